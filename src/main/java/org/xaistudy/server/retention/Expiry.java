package org.xaistudy.server.retention;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.run.Runs;
import org.xaistudy.studies.Study;

/**
 * Erases and deletes what has been kept for long enough. Each run is a transaction of its own, so
 * that a great many neither wait for each other nor hold up the people at work; doing it twice, or
 * on several replicas at once, does it once.
 */
@ApplicationScoped
class Expiry {
  private static final Logger LOG = Logger.getLogger(Expiry.class);
  private final Studies studies;
  private final Runs runs;
  private final Clock clock;

  Expiry(Studies studies, Runs runs, Clock clock) {
    this.studies = studies;
    this.runs = runs;
    this.clock = clock;
  }

  /**
   * The times are in days, so an hour more does not matter. Not at once, because a server that
   * finds its studies broken has to stop without anybody else running into them.
   */
  @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void enforce() {
    studies.all().forEach(this::enforce);
  }

  private void enforce(OpenStudy study) {
    Study.Retention retention = study.study().retention().orElse(null);
    if (retention == null) {
      return;
    }
    long deleted =
        retention
            .answersDays()
            .map(days -> each(() -> runs.begunBy(study.id(), before(days)), runs::expire))
            .orElse(0L);
    long unlinked =
        retention
            .identifiersDays()
            .map(days -> each(() -> runs.linkedAndBegunBy(study.id(), before(days)), runs::unlink))
            .orElse(0L);
    if (deleted + unlinked > 0) {
      LOG.infof(
          "%s: erased the identifiers of %d, the answers of %d", study.id(), unlinked, deleted);
    }
  }

  private Instant before(int days) {
    return clock.instant().minus(Duration.ofDays(days));
  }

  private static long each(Supplier<List<Long>> due, LongPredicate action) {
    List<Long> rows = QuarkusTransaction.requiringNew().call(due::get);
    return rows.stream()
        .filter(row -> QuarkusTransaction.requiringNew().call(() -> action.test(row)))
        .count();
  }
}
