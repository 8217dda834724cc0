package org.xaistudy.server.enrolment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xaistudy.server.assignment.AssignmentConfig;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.StudyVersion;
import org.xaistudy.server.run.Runs;

/**
 * Who began at one address a short while ago. Places that are held without a single answer count
 * against their address, so that nobody fills a study from one. A lecture hall that really takes
 * part is soon past its first answers. Who opens the study once more in another tab comes to the
 * same arm, so that nobody looks at several and chooses. Addresses are in memory only, for as long
 * as a place is kept; each replica knows its own, so a proxy sends an address to the same one.
 */
@ApplicationScoped
class IdleRuns {
  private static final int MOST_ADDRESSES = 100_000;
  private static final int LATEST = 32;
  private final Runs runs;
  private final EnrolmentConfig config;
  private final Cache<Origin, List<Long>> begun;

  IdleRuns(Runs runs, EnrolmentConfig config, AssignmentConfig places) {
    this.runs = runs;
    this.config = config;
    this.begun =
        Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterWrite(places.keepPlace())
            .build();
  }

  private record Origin(long version, String client) {}

  /** Whether one more from this address would be too many; asks the database only where it may. */
  boolean areTooMany(OpenStudy study, String client) {
    List<Long> here = begun.getIfPresent(new Origin(study.version(), client));
    StudyVersion version = StudyVersion.findById(study.version()); // which the enrolment holds
    int perArm = version.placesPerArm(study.study().design().participantsPerArm());
    int places = study.study().block().size() * perArm;
    int most = Math.max(1, places * config.idlePercent() / 100);
    return here != null && here.size() >= most && runs.unanswered(here) >= most;
  }

  /**
   * The arm of who came last from this address and is still at work.
   *
   * @return empty if there is none, or every arrival is taken for another person
   */
  Optional<String> arm(OpenStudy study, String client) {
    List<Long> here = begun.getIfPresent(new Origin(study.version(), client));
    return here == null || !config.sameArm()
        ? Optional.empty()
        : runs.armAtWork(here.subList(Math.max(0, here.size() - LATEST), here.size()));
  }

  /** Remembers one who has just begun. */
  void add(OpenStudy study, String client, long run) {
    Origin origin = new Origin(study.version(), client);
    List<Long> here = begun.get(origin, key -> new CopyOnWriteArrayList<>());
    here.add(run);
    begun.put(origin, here); // and so it is kept for another while
  }
}
