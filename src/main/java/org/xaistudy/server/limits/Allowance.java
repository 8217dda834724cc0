package org.xaistudy.server.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** So many a minute for each client, as many at once after a quiet minute. */
final class Allowance {
  private static final Duration PERIOD = Duration.ofMinutes(1);
  private static final int MOST_CLIENTS = 100_000;

  private final int perMinute;
  private final TimeMeter time;

  /** Who is quiet for longer than the period may do everything again, and so can be forgotten. */
  private final Cache<String, Bucket> clients =
      Caffeine.newBuilder()
          .maximumSize(MOST_CLIENTS)
          .expireAfterAccess(PERIOD.multipliedBy(2))
          .build();

  Allowance(int perMinute, Clock clock) {
    this.perMinute = perMinute;
    this.time = new ClockMeter(clock);
  }

  /**
   * Uses one up.
   *
   * @return seconds to wait for the next, rounded up, so that who waits for so long is let through;
   *     empty if there was one
   */
  OptionalLong use(String client) {
    ConsumptionProbe probe = clients.get(client, address -> full()).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? OptionalLong.empty()
        : OptionalLong.of(seconds(Duration.ofNanos(probe.getNanosToWaitForRefill())));
  }

  /** Gives one back that was not used after all. */
  void giveBack(String client) {
    Bucket bucket = clients.getIfPresent(client);
    if (bucket != null) {
      bucket.addTokens(1);
    }
  }

  private static long seconds(Duration wait) {
    return wait.plusSeconds(1).minusNanos(1).toSeconds();
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, PERIOD))
        .withCustomTimePrecision(time)
        .build();
  }

  private record ClockMeter(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
