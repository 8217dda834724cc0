package org.xaistudy.server.assignment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One decision about a place, kept for those who check the assignment afterwards. */
@Entity
@Table(name = "assignment_event")
@SuppressWarnings("NullAway.Init") // the database fills it in
class AssignmentEvent extends PanacheEntityBase {
  /** What was decided. */
  enum Decision {
    RESERVED,
    EXPIRED,
    RELEASED,
    COMPLETED
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  long versionId;
  int placeRank;
  String method;
  String pseudonym;

  @Enumerated(EnumType.STRING)
  Decision decision;

  Instant decidedAt;

  AssignmentEvent() {}

  AssignmentEvent(Place place, String pseudonym, Decision decision, Instant decidedAt) {
    this.versionId = place.versionId;
    this.placeRank = place.placeRank;
    this.method = place.method;
    this.pseudonym = pseudonym;
    this.decision = decision;
    this.decidedAt = decidedAt;
  }
}
