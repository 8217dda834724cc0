package org.xaistudy.analysis.archive;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.xaistudy.analysis.csv.CsvFile;
import org.xaistudy.analysis.csv.InvalidCsvException;
import org.xaistudy.analysis.csv.Row;
import org.xaistudy.analysis.plan.PlanDates;

/** Reads {@code versions.csv}: one row for each set of files that the server ran with. */
final class VersionsFile {
  private static final String SHA256 = "study_sha256";
  private static final String VERSION = "version";
  private static final String SINCE = "since";
  private static final String FIRST_PARTICIPANT = "first_participant_at";
  private static final String FIRST_PLAN = "first_plan";

  /** Absent in files from before there were pilots. */
  private static final String PILOT = "pilot";

  private VersionsFile() {}

  private record Edition(
      int version,
      Instant since,
      Optional<Instant> first,
      String sha256,
      boolean firstPlan,
      boolean pilot) {}

  /**
   * When the plan of one {@code study.yaml} was written down; of several versions with the same
   * file, as after a pilot, in the newest.
   *
   * @param sha256 of that file
   * @return empty where the file tells nothing of it
   * @throws InvalidCsvException if it is not as described above
   */
  static Optional<PlanDates> read(InputStream bytes, Path name, String sha256) {
    List<Edition> editions = new ArrayList<>();
    new CsvFile(name, List.of(VERSION, SINCE, FIRST_PARTICIPANT, SHA256, FIRST_PLAN))
        .read(bytes, (row, position) -> editions.add(edition(row)));
    return editions.stream()
        .filter(edition -> edition.sha256.equals(sha256))
        .min(Comparator.comparing(edition -> -edition.version))
        .map(edition -> dates(edition, editions));
  }

  /** Since when its plan stands, which an earlier file may have stated already. */
  private static PlanDates dates(Edition edition, List<Edition> all) {
    List<Edition> version = all.stream().filter(one -> one.version == edition.version).toList();
    Instant since =
        edition.firstPlan
            ? version.stream()
                .filter(Edition::firstPlan)
                .map(Edition::since)
                .min(Instant::compareTo)
                .orElse(edition.since)
            : edition.since;
    Optional<Instant> changed =
        version.stream()
            .filter(one -> edition.firstPlan && !one.firstPlan)
            .map(Edition::since)
            .min(Instant::compareTo);
    return new PlanDates(since, edition.first, changed, edition.pilot);
  }

  private static Edition edition(Row row) {
    return new Edition(
        version(row),
        instant(row, SINCE),
        row.text(FIRST_PARTICIPANT).isEmpty()
            ? Optional.empty()
            : Optional.of(instant(row, FIRST_PARTICIPANT)),
        row.required(SHA256),
        row.yes(FIRST_PLAN),
        row.text(PILOT).equals("yes"));
  }

  private static int version(Row row) {
    String version = row.required(VERSION);
    if (!version.matches("[1-9][0-9]{0,8}")) {
      throw row.invalid("has '%s' for %s; expected a number from 1".formatted(version, VERSION));
    }
    return Integer.parseInt(version);
  }

  private static Instant instant(Row row, String column) {
    try {
      return Instant.parse(row.required(column));
    } catch (DateTimeParseException e) {
      throw row.invalid(
          "has '%s' for %s; expected a time such as 2026-01-31T12:00:00Z"
              .formatted(row.text(column), column));
    }
  }
}
