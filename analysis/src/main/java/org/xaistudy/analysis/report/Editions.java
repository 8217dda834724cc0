package org.xaistudy.analysis.report;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.xaistudy.analysis.exclusion.Flow;

/** Which versions of the study a report is about, where there are answers to more than one. */
public final class Editions {
  private Editions() {}

  /** A sentence or two; empty where there is one version. */
  public static Optional<String> of(Flow flow) {
    if (!flow.otherVersions().isEmpty()) {
      String aside =
          flow.otherVersions().entrySet().stream()
              .map(other -> people(other.getValue()) + " of " + name(other.getKey()))
              .collect(Collectors.joining(", "));
      return Optional.of(
          "There are answers to more than one version of the study. This report is about "
              + names(flow.versions())
              + " alone; set aside: "
              + aside
              + ".");
    }
    return flow.versions().size() < 2
        ? Optional.empty()
        : Optional.of(
            "The answers to %s of the study are taken together, although their participants did not see the same."
                .formatted(names(flow.versions())));
  }

  private static String names(SortedSet<Integer> versions) {
    List<String> names = versions.stream().map(Editions::name).toList();
    return String.join(" and ", names);
  }

  private static String name(int version) {
    return version == 0 ? "an unknown version" : "version " + version;
  }

  private static String people(int count) {
    return "%,d participant%s".formatted(count, count == 1 ? "" : "s");
  }
}
