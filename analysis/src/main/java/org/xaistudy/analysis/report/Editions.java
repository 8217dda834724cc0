package org.xaistudy.analysis.report;

import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.xaistudy.analysis.exclusion.Flow;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.words.Words;

/** Which versions of the study a report is about, where there are answers to more than one. */
public final class Editions {
  private Editions() {}

  /** A sentence or two; empty where there is one version. */
  public static Optional<String> of(Flow flow, Words words) {
    if (!flow.otherVersions().isEmpty()) {
      String aside =
          flow.otherVersions().entrySet().stream()
              .map(
                  other ->
                      words.text("editions.people", other.getValue(), name(other.getKey(), words)))
              .collect(Collectors.joining(", "));
      return Optional.of(words.text("editions.one", names(flow.versions(), words), aside));
    }
    return flow.versions().size() < 2
        ? Optional.empty()
        : Optional.of(words.text("editions.together", names(flow.versions(), words)));
  }

  /** Each of them is named, so that there is no doubt how many there are. */
  private static String names(SortedSet<Integer> versions, Words words) {
    return versions.stream()
        .map(version -> name(version, words))
        .reduce((before, version) -> words.text("list.and", before, version))
        .orElse("");
  }

  private static String name(int version, Words words) {
    return version == Participant.UNKNOWN_VERSION
        ? words.text("version.unknown")
        : words.text("version", version);
  }
}
