package org.xaistudy.analysis.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.plan.Resampling;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.analysis.statistics.Statistic;
import org.xaistudy.analysis.statistics.StatisticsTable;

class InvarianceTest {
  @Property(tries = 15)
  void namesOfParticipantsChangeNothing(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int people) {
    Responses study = Simulated.study(seed, people, people + 1, 3);
    assertSame(
        values(study, "m0"),
        values(
            mapped(study, person -> named(person, "x" + person.id().hashCode(), person.method())),
            "m0"));
  }

  @Property(tries = 15)
  void theOrderOfRowsChangesNothing(@ForAll long seed, @ForAll long shuffle) {
    Responses study = Simulated.study(seed, 5, 4, 3);
    List<Participant> shuffled = new ArrayList<>(study.participants());
    Collections.shuffle(shuffled, new Random(shuffle));
    assertSame(values(study, "m0"), values(new Responses("", "", shuffled), "m0"));
  }

  @Property(tries = 15)
  void namesOfMethodsChangeOnlyTheNames(@ForAll long seed) {
    Responses study = Simulated.study(seed, 5, 4, 3);
    // The new names keep their alphabetical order, which is the order of the report.
    UnaryOperator<String> rename = name -> "a,b\"c" + name;
    Map<List<String>, Double> expected = new LinkedHashMap<>();
    values(study, "m0")
        .forEach(
            (key, value) ->
                expected.put(
                    List.of(
                        key.get(0),
                        key.get(1).isEmpty() ? "" : rename.apply(key.get(1)),
                        key.get(2).isEmpty() ? "" : rename.apply(key.get(2)),
                        key.get(3)),
                    value));
    Responses renamed =
        mapped(study, person -> named(person, person.id(), rename.apply(person.method())));
    assertSame(expected, values(renamed, rename.apply("m0")));
  }

  private static void assertSame(
      Map<List<String>, Double> expected, Map<List<String>, Double> values) {
    assertThat(values.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (key, value) -> {
          if (value.isNaN() || value.isInfinite()) {
            assertThat(values.get(key)).as(key.toString()).isEqualTo(value);
          } else if (!runaway(expected, key)) {
            assertThat(values.get(key))
                .as(key.toString())
                .isCloseTo(value, within(tolerance(key) * (1 + Math.abs(value))));
          }
        });
  }

  /** Where an estimate runs off to infinity, how far the optimiser followed it is of no meaning. */
  private static boolean runaway(Map<List<String>, Double> values, List<String> key) {
    return model(key)
        && (is(values, key, "separated", 1)
            || is(values, key, "singular", 1)
            || is(values, key, "every_arm_determined", 0)
            || is(values, key, "converged", 0));
  }

  private static boolean is(
      Map<List<String>, Double> values, List<String> key, String quantity, double value) {
    return values.getOrDefault(List.of(key.get(0), "", "", quantity), Double.NaN) == value;
  }

  private static boolean model(List<String> key) {
    return key.get(0).startsWith("glmm")
        || key.get(0).startsWith("sdt")
        || key.get(0).startsWith("times");
  }

  private static double tolerance(List<String> key) {
    return model(key) ? 1e-4 : 1e-9;
  }

  private static Map<List<String>, Double> values(Responses study, String reference) {
    Plan plan = Plan.comparingWith(reference, study).resampling(new Resampling(200, 1));
    Map<List<String>, Double> values = new LinkedHashMap<>();
    for (Statistic row : StatisticsTable.of(Results.of(study, plan, ProgressListener.SILENT))) {
      values.put(List.of(row.table(), row.method(), row.versus(), row.quantity()), row.value());
    }
    return values;
  }

  private static Responses mapped(Responses study, UnaryOperator<Participant> change) {
    return new Responses("", "", study.participants().stream().map(change).toList());
  }

  private static Participant named(Participant person, String id, String method) {
    return new Participant(
        id,
        method,
        person.answers(),
        person.completed(),
        person.excluded(),
        person.source(),
        person.version());
  }
}
