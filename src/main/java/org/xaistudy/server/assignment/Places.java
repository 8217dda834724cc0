package org.xaistudy.server.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.QueryFlushMode;
import org.xaistudy.server.assignment.AssignmentEvent.Decision;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.StudyState;
import org.xaistudy.server.bundle.StudyVersion;
import org.xaistudy.server.environment.Tokens;

/**
 * The places of all studies. Every method runs inside its caller's transaction, and the locks are
 * rows of the database, so that several replicas agree.
 */
@ApplicationScoped
public class Places {
  private static final String FORGOTTEN = "deleted-";
  private static final int FORGOTTEN_LENGTH = 10;
  private final Clock clock;
  private final AssignmentConfig config;
  private final Tokens tokens;

  Places(Clock clock, AssignmentConfig config, Tokens tokens) {
    this.clock = clock;
    this.config = config;
    this.tokens = tokens;
  }

  /**
   * Picks the place that is next in the study's order. Whoever calls this holds the study version's
   * lock until the end of the transaction, so two arrivals never see the same place.
   *
   * @return the place; empty if all are taken
   */
  public Optional<Offer> next(OpenStudy study) {
    return next(study, armIds(study));
  }

  /** The same in one arm. */
  public Optional<Offer> next(OpenStudy study, String method) {
    return next(study, List.of(method));
  }

  private Optional<Offer> next(OpenStudy study, List<String> methods) {
    StudyVersion version = StudyVersion.findById(study.version(), LockModeType.PESSIMISTIC_WRITE);
    version.freeze(clock.instant());
    return firstFree(study.version(), methods)
        .map(place -> new Offer(place, numberInArm(place, study)));
  }

  /** A place about to be reserved. */
  public static final class Offer {
    private final Place place;
    private final int number;

    Offer(Place place, int number) {
      this.place = place;
      this.number = number;
    }

    /** Its arm. */
    public String method() {
      return place.method;
    }

    /** Which of its arm's places it is, from 0. */
    public int numberInArm() {
      return number;
    }
  }

  /** Where every block holds the arm once, its block's number. */
  private static int numberInArm(Place place, OpenStudy study) {
    return study.study().design().ratio(place.method) == 1
        ? place.placeRank / study.study().block().size()
        : (int)
            Place.count(
                "versionId = ?1 and method = ?2 and placeRank < ?3",
                study.version(),
                place.method,
                place.placeRank);
  }

  /** Gives an offered place to a run, and takes it from one that was away for too long. */
  public Reservation reserve(Offer offer, Occupant occupant) {
    return reserve(offer.place, occupant);
  }

  private Reservation reserve(Place place, Occupant occupant) {
    if (place.runId == null) {
      record(place, occupant.pseudonym(), Decision.RESERVED);
    } else {
      recordTaken(place, occupant);
    }
    Reservation reserved = new Reservation(until());
    place.reserve(occupant.run(), reserved.until());
    return reserved;
  }

  /** That the place of one who was away for too long is another's now, in one statement. */
  private void recordTaken(Place place, Occupant occupant) {
    Place.getSession()
        .createNativeMutationQuery(
            """
            insert into assignment_event
              (version_id, place_rank, method, pseudonym, decision, decided_at)
            select p.version_id, p.place_rank, p.method, r.pseudonym, 'EXPIRED',
              cast(:now as timestamp (6) with time zone)
            from place p join run r on r.id = p.run_id where p.id = :place
            union all
            select p.version_id, p.place_rank, p.method, cast(:pseudonym as varchar(31)), 'RESERVED',
              cast(:now as timestamp (6) with time zone)
            from place p where p.id = :place
            order by 5""")
        .setParameter("pseudonym", occupant.pseudonym())
        .setParameter("now", clock.instant())
        .setParameter("place", place.id)
        .executeUpdate();
  }

  /**
   * Notes that a person is still there; a reservation that is fresh stays as it is.
   *
   * @param place as it was found in the same transaction
   * @return whether the place is still theirs
   */
  public boolean keep(long run, Reservation place) {
    return place.isFresh(clock.instant(), config.keepPlace()) || keep(run, until());
  }

  private static boolean keep(long run, Instant until) {
    return change(
        "update place set reserved_until = :until where run_id = :run and completed = false",
        query -> query.setParameter("until", until).setParameter("run", run));
  }

  /**
   * In SQL, because Hibernate translates its own language again for each change. What is in memory
   * is not compared with the database before that: no place is changed there that this changes.
   *
   * @return whether there was a row to change
   */
  private static boolean change(String sql, Consumer<MutationQuery> parameters) {
    MutationQuery query = Place.getSession().createNativeMutationQuery(sql);
    query.setQueryFlushMode(QueryFlushMode.NO_FLUSH);
    parameters.accept(query);
    return query.executeUpdate() == 1;
  }

  /**
   * Gives someone who was away for too long another free place of the same arm, if there is one.
   *
   * @return the place they hold now, if any
   */
  public Optional<Reservation> regain(OpenStudy study, String method, Occupant occupant) {
    StudyVersion version = StudyVersion.findById(study.version(), LockModeType.PESSIMISTIC_WRITE);
    Instant until = until();
    if (keep(occupant.run(), until)) {
      return Optional.of(new Reservation(until));
    }
    if (version.state() == StudyState.CLOSED) {
      return Optional.empty();
    }
    Optional<Reservation> regained =
        firstFree(study.version(), List.of(method)).map(found -> reserve(found, occupant));
    Place.flush(); // or an answer that comes with it would look for the place in vain
    return regained;
  }

  /**
   * Counts a person for good.
   *
   * @return whether the place was still theirs
   */
  public boolean complete(Occupant occupant) {
    boolean theirs =
        change(
            "update place set completed = true where run_id = :run and completed = false",
            query -> query.setParameter("run", occupant.run()));
    if (theirs) {
      recordCompletion(occupant);
    }
    return theirs;
  }

  /** In one statement, for which the place need not be read. */
  private void recordCompletion(Occupant occupant) {
    Place.getSession()
        .createNativeMutationQuery(
            """
            insert into assignment_event
              (version_id, place_rank, method, pseudonym, decision, decided_at)
            select version_id, place_rank, method, :pseudonym, 'COMPLETED', :now
            from place where run_id = :run""")
        .setParameter("pseudonym", occupant.pseudonym())
        .setParameter("now", clock.instant())
        .setParameter("run", occupant.run())
        .executeUpdate();
  }

  /** Gives a place back, completed or not. */
  public void release(Occupant occupant) {
    heldBy(occupant.run())
        .ifPresent(
            place -> {
              place.completed = false;
              place.release();
              record(place, occupant.pseudonym(), Decision.RELEASED);
            });
  }

  /**
   * Renames a person in all decisions about them. The decisions stay, because the assignment cannot
   * be checked without them; but the new name is drawn by chance and stands nowhere else, so that
   * they lead to no answers, not even in a file that was downloaded before.
   */
  public void forget(Occupant occupant) {
    AssignmentEvent.update(
        "pseudonym = ?1 where pseudonym = ?2",
        FORGOTTEN + tokens.readable(FORGOTTEN_LENGTH).toLowerCase(Locale.ROOT),
        occupant.pseudonym());
  }

  /** Takes their places from all who are at work. */
  public void close(OpenStudy study) {
    Place.getSession()
        .createNativeMutationQuery(
            """
            insert into assignment_event
              (version_id, place_rank, method, pseudonym, decision, decided_at)
            select p.version_id, p.place_rank, p.method, r.pseudonym, 'RELEASED', :now
            from place p join run r on r.id = p.run_id
            where p.version_id = :version and p.completed = false
            order by p.place_rank""")
        .setParameter("now", clock.instant())
        .setParameter("version", study.version())
        .executeUpdate();
    Place.update(
        "runId = null, reservedUntil = null where versionId = ?1 and completed = false",
        study.version());
  }

  /** Whether a version is over: everybody whom it wanted has finished, or it was closed. */
  public boolean isClosed(long version) {
    return StudyVersion.count("id = ?1 and state = ?2", version, StudyState.CLOSED) > 0
        || (Place.count("versionId", version) > 0
            && Place.count("versionId = ?1 and completed = false", version) == 0);
  }

  /** How far each arm is, in the order of the YAML. */
  public List<Arm> arms(OpenStudy study) {
    Instant now = clock.instant();
    List<Place> places = Place.list("versionId", study.version());
    int blocks = blocks(StudyVersion.findById(study.version()), study);
    return study.study().arms().stream()
        .map(
            arm -> {
              int wanted = blocks * study.study().design().ratio(arm.id());
              List<Place> of = places.stream().filter(p -> p.method.equals(arm.id())).toList();
              int completed = (int) of.stream().filter(p -> p.completed).count();
              int free =
                  (int) of.stream().filter(p -> p.canBeTaken(now)).count() + wanted - of.size();
              return new Arm(arm.id(), arm.title(), completed, wanted - completed - free, free);
            })
        .toList();
  }

  private static int blocks(StudyVersion version, OpenStudy study) {
    return version.placesPerArm(study.study().design().participantsPerArm());
  }

  private static List<String> armIds(OpenStudy study) {
    return study.study().arms().stream().map(arm -> arm.id()).toList();
  }

  /**
   * Lays out the places that a study lacks; of several replicas, one does. The order is one stream
   * of blocks, of which those that are there are the beginning.
   */
  @Transactional
  public void layOut(OpenStudy study) {
    StudyVersion version = StudyVersion.findById(study.version(), LockModeType.PESSIMISTIC_WRITE);
    int there = (int) Place.count("versionId", study.version());
    List<String> order =
        PermutedBlocks.order(study.study().block(), blocks(version, study), study.drawSecret());
    if (there < order.size()) {
      Place.getSession().doWork(connection -> insert(connection, study.version(), order, there));
    }
  }

  /** Without entities, of which a large study would have ten thousand. */
  private static void insert(Connection connection, long version, List<String> order, int from)
      throws SQLException {
    try (PreparedStatement row =
        connection.prepareStatement(
            "insert into place (version_id, place_rank, method, completed) values (?, ?, ?, false)")) {
      for (int rank = from; rank < order.size(); rank++) {
        row.setLong(1, version);
        row.setInt(2, rank);
        row.setString(3, order.get(rank));
        row.addBatch();
      }
      row.executeBatch();
    }
  }

  /**
   * Locks one row only. Its holder may have come back since it was looked up, so look again then.
   */
  private Optional<Place> firstFree(long version, List<String> methods) {
    while (true) {
      Instant now = clock.instant();
      Optional<Long> found = candidate(version, methods, now);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      Optional<Place> place =
          Place.<Place>find(
                  "id = ?1 and completed = false and (runId is null or reservedUntil <= ?2)",
                  found.get(),
                  now)
              .withLock(LockModeType.PESSIMISTIC_WRITE)
              .firstResultOptional();
      if (place.isPresent()) {
        return place;
      }
    }
  }

  /** The first that nobody holds, or the first whose holder is away for too long: two indexes. */
  private static Optional<Long> candidate(long version, List<String> methods, Instant now) {
    return Place.getSession()
        .createNativeQuery(
            """
            select id from (
              (select id, place_rank from place
                where version_id = :version and method in (:methods)
                  and completed = false and run_id is null
                order by place_rank limit 1)
              union all
              (select id, place_rank from place
                where version_id = :version and method in (:methods)
                  and completed = false and run_id is not null and reserved_until <= :now
                order by place_rank limit 1)) free
            order by place_rank limit 1""",
            Long.class)
        .setParameter("version", version)
        .setParameter("methods", methods)
        .setParameter("now", now)
        .getResultStream()
        .findFirst();
  }

  private static Optional<Place> heldBy(long run) {
    return Place.<Place>find("runId", run)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .singleResultOptional();
  }

  private void record(Place place, String pseudonym, Decision decision) {
    new AssignmentEvent(place, pseudonym, decision, clock.instant()).persist();
  }

  private Instant until() {
    return clock.instant().plus(config.keepPlace());
  }
}
