package org.xaistudy.server.assignment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A place for one person in one arm. */
@Entity
@SuppressWarnings("NullAway.Init") // the database fills it in
class Place extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  long versionId;
  int placeRank;
  String method;
  @Nullable Long runId;
  @Nullable Instant reservedUntil;
  boolean completed;

  Place() {}

  boolean canBeTaken(Instant now) {
    return !completed && (runId == null || reservedUntil == null || !reservedUntil.isAfter(now));
  }

  void reserve(long run, Instant until) {
    runId = run;
    reservedUntil = until;
  }

  void release() {
    runId = null;
    reservedUntil = null;
  }
}
