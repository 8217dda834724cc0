package org.xaistudy.server.trial;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Locale;
import org.xaistudy.studies.manifest.Manifest;

/** One image that one person judges. What is needed to score it is kept with it. */
@Entity
public class Trial extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  long runId;
  int placeInRun;

  @Enumerated(EnumType.STRING)
  Kind kind;

  String stimulus;
  String model;
  boolean artefactUsed;
  Instant shownAt;

  Trial() {}

  Trial(long runId, int placeInRun, Kind kind, Manifest.Stimulus stimulus) {
    this.runId = runId;
    this.placeInRun = placeInRun;
    this.kind = kind;
    this.stimulus = stimulus.id();
    this.model = stimulus.model().name().toLowerCase(Locale.ROOT);
    this.artefactUsed = stimulus.artefactUsed();
  }

  /** Place in the order of all trials of the run, practice included, from 1. */
  public int place() {
    return placeInRun;
  }

  /** What it is for. */
  public Kind kind() {
    return kind;
  }

  /** Id of the stimulus. */
  public String stimulus() {
    return stimulus;
  }

  /** The truth: whether the model uses the artefact here. */
  public boolean artefactUsed() {
    return artefactUsed;
  }

  void shown(Instant now) {
    if (shownAt == null) {
      shownAt = now;
    }
  }
}
