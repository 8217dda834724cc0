package org.xaistudy.server.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.awaitility.Awaitility;

/** Some that take part at the same time, until all places of a study are taken. */
final class Bots implements AutoCloseable {
  private static final int BOTS = 8;

  /** A person takes longer; without it there would be no answers left for the last fault. */
  private static final int THINKING_MS = 50;

  private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
  private final Semaphore turns = new Semaphore(0);
  private final ExecutorService threads = Executors.newFixedThreadPool(BOTS);
  private final List<Future<?>> working = new ArrayList<>();
  private final String study;
  private final List<Integer> ports;
  private volatile boolean hurry;

  /**
   * An answer that the server said is stored.
   *
   * @param token of the run
   * @param position of the trial
   */
  record Acknowledged(String token, int position) {}

  /** They come, and wait for their turn to answer. */
  Bots(String study, List<Integer> ports) {
    this.study = study;
    this.ports = List.copyOf(ports);
    for (int i = 0; i < BOTS; i++) {
      Bot bot = new Bot(new Random(i), this);
      working.add(
          threads.submit(
              (Callable<Void>)
                  () -> {
                    bot.takePart();
                    return null;
                  }));
    }
  }

  /** From now on so many more answers are given. */
  void answer(int more) {
    turns.release(more);
  }

  /** Nobody is stuck: what may be answered is answered. */
  void awaitAnswers() {
    Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> turns.availablePermits() == 0);
  }

  /** Lets them go on until all places are taken and everybody who has one is done. */
  List<Acknowledged> finish() throws Exception {
    hurry = true;
    turns.release(Integer.MAX_VALUE / 2);
    for (Future<?> bot : working) {
      bot.get();
    }
    return List.copyOf(acknowledged);
  }

  /** What was neither an answer nor a failure that may be. */
  List<String> unexpected() {
    return List.copyOf(unexpected);
  }

  String study() {
    return study;
  }

  List<Integer> ports() {
    return ports;
  }

  void awaitTurn() throws InterruptedException {
    if (!hurry) {
      Thread.sleep(THINKING_MS);
    }
    turns.acquire();
  }

  void acknowledged(Acknowledged answer) {
    acknowledged.add(answer);
  }

  void unexpected(String what) {
    unexpected.add(what);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
