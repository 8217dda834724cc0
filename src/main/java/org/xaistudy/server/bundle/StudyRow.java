package org.xaistudy.server.bundle;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What belongs to a study in all its versions. */
@Entity
@Table(name = "study")
class StudyRow {
  @Id String id;
  String previewKey;
  String pseudonymKey;
}
