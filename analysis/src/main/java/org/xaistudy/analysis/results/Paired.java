package org.xaistudy.analysis.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xaistudy.analysis.comparison.Scores;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Measure;

/** What the same people have of a measure with several methods. */
final class Paired {
  private final Map<String, Map<String, Double>> means;

  /** What people have, by method and then by their ids. */
  Paired(Map<String, Map<String, Double>> means) {
    this.means = means;
  }

  /** A measure of everybody in these arms. */
  static Paired of(Measure measure, List<Arm> arms) {
    Map<String, Map<String, Double>> means = new LinkedHashMap<>();
    arms.forEach(arm -> means.put(arm.method(), arm.meansById(measure)));
    return new Paired(means);
  }

  /** Whether somebody is in several arms. */
  static boolean isWithin(List<Arm> arms) {
    long people =
        arms.stream()
            .flatMap(arm -> arm.participants().stream())
            .map(person -> person.id())
            .distinct()
            .count();
    return people < arms.stream().mapToLong(arm -> arm.participants().size()).sum();
  }

  /** One row for each person who has the measure with all these methods. */
  double[][] rows(List<String> methods) {
    List<double[]> rows = new ArrayList<>();
    for (String person : means.getOrDefault(methods.get(0), Map.of()).keySet()) {
      double[] row =
          methods.stream()
              .map(method -> means.getOrDefault(method, Map.of()).get(person))
              .mapToDouble(mean -> mean == null ? Double.NaN : mean)
              .toArray();
      if (Arrays.stream(row).noneMatch(Double::isNaN)) {
        rows.add(row);
      }
    }
    return rows.toArray(double[][]::new);
  }

  /** First less second, of each person who has the measure with both; empty if nobody has. */
  Optional<Scores> differences(String first, String second) {
    double[] differences =
        Arrays.stream(rows(List.of(first, second))).mapToDouble(row -> row[0] - row[1]).toArray();
    return differences.length == 0 ? Optional.empty() : Optional.of(Scores.of(differences));
  }
}
