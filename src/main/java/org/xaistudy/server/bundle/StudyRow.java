package org.xaistudy.server.bundle;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What belongs to a study in all its versions. */
@Entity
@Table(name = "study")
@SuppressWarnings("NullAway.Init") // the database fills it in
class StudyRow extends PanacheEntityBase {
  @Id String id;
  String previewKey;
  String pseudonymKey;
  String invitationKey;
}
