package org.xaistudy.server.decision;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A decision as it is stored; never changed. */
@NullUnmarked
@Entity
@Table(name = "decision")
class DecisionRow extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  String study;
  int versionNumber;
  Instant decidedAt;
  String decidedBy;

  @Enumerated(EnumType.STRING)
  Decision.Kind kind;

  String subject;
  String reason;

  DecisionRow() {}

  DecisionRow(String study, Decision decision) {
    this.study = study;
    this.versionNumber = decision.version();
    this.decidedAt = decision.at();
    this.decidedBy = decision.by();
    this.kind = decision.kind();
    this.subject = decision.subject();
    this.reason = decision.reason();
  }

  Decision decision() {
    return new Decision(versionNumber, decidedAt, decidedBy, kind, subject, reason);
  }
}
