package org.xaistudy.server.bundle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.manifest.Manifest;

/**
 * A version of a study with the files that it ran with, whatever has become of its folder.
 *
 * @param row of the version in the database
 * @param number counted from 1
 * @param frozenAt when its first real participant came; empty before
 * @param pilot whether it was tried out with people, before what came after
 * @param drawSecret what everything drawn by chance came from
 * @param editions its files, the earliest first; at least one
 */
public record KeptVersion(
    long row,
    int number,
    Optional<Instant> frozenAt,
    boolean pilot,
    String drawSecret,
    List<Edition> editions) {
  /**
   * Files from some time on.
   *
   * @param number counted from 1
   * @param since when a server began to run with them
   * @param study what {@code study.yaml} said
   * @param manifest what the manifest said
   */
  public record Edition(int number, Instant since, StudyFile study, KeptManifest manifest) {
    /** How the answers are to be compared. */
    public Study.Analysis plan() {
      return study.study().analysis();
    }
  }

  /**
   * A manifest with its bytes.
   *
   * @param manifest what it says
   * @param bytes as they were read
   */
  public record KeptManifest(Manifest manifest, byte[] bytes) {}

  /** The files that were there before there was any answer: what was asked, shown and planned. */
  public Edition first() {
    return editions.get(0);
  }

  /** The files that it ran with last. */
  public Edition last() {
    return editions.get(editions.size() - 1);
  }

  /** The edition that brought the plan of the last one; empty if that is the first plan still. */
  public Optional<Edition> laterPlan() {
    return last().plan().equals(first().plan())
        ? Optional.empty()
        : editions.stream().filter(edition -> edition.plan().equals(last().plan())).findFirst();
  }

  /** Without the secret, which must not come into a log. */
  @Override
  public String toString() {
    return "version " + number;
  }
}
