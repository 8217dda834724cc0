package org.xaistudy.server.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Where arrivals wait for their turn. Who is enrolled waits for the study's lock with a connection
 * to the database in hand; were it everybody who arrives, nobody could answer meanwhile.
 */
@ApplicationScoped
class ArrivalQueue {
  private final Semaphore room;
  private final Semaphore turn;
  private final EnrolmentConfig config;

  ArrivalQueue(EnrolmentConfig config) {
    this.config = config;
    this.room = new Semaphore(config.atOnce() + config.waiting());
    this.turn = new Semaphore(config.atOnce(), true);
  }

  /**
   * Does something when it is its turn, first come, first served.
   *
   * @return empty if too many wait already, or it took too long
   */
  <T> Optional<T> wait(Supplier<T> enrolment) {
    if (!room.tryAcquire()) {
      return Optional.empty();
    }
    try {
      return turn.tryAcquire(config.patience().toMillis(), TimeUnit.MILLISECONDS)
          ? Optional.of(inTurn(enrolment))
          : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      room.release();
    }
  }

  private <T> T inTurn(Supplier<T> enrolment) {
    try {
      return enrolment.get();
    } finally {
      turn.release();
    }
  }
}
