package org.xaistudy.analysis.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.xaistudy.analysis.arrivals.Arrival;
import org.xaistudy.analysis.arrivals.Arrivals;
import org.xaistudy.analysis.exclusion.Flow;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.responses.Source;
import org.xaistudy.analysis.results.Results;
import org.xaistudy.studies.responses.ParticipantOutcome;

/** Who arrived, whether they answered or not, and what they said about themselves. */
final class SampleSection {
  private SampleSection() {}

  static Markup of(Results results, Arrivals everybody) {
    Arrivals arrivals = everybody.only(person -> partOfTheStudy(person, results.flow()));
    return Markup.all(
        outcomes(arrivals, results).html(),
        Blocks.caption(
            "Last column: people who failed at least one attention check, whatever became of them."
                + missing(arrivals, results.flow())),
        Blocks.tables(
            List.of(
                HtmlTable.counts("Languages", "Language", arrivals.counts(Arrival::language)),
                HtmlTable.counts(
                    "Where they came from",
                    "Source",
                    arrivals.counts(person -> person.source().id())))),
        QuestionnaireSection.of(arrivals));
  }

  /** What became of those who agreed to take part and gave no answer; finished with none, too. */
  static Map<String, Integer> withoutAnswers(Results results, Optional<Arrivals> everybody) {
    if (everybody.isEmpty()) {
      return Map.of();
    }
    Set<String> answered =
        results.flow().everybody().stream().map(Participant::id).collect(Collectors.toSet());
    Map<String, Integer> outcomes = new LinkedHashMap<>();
    everybody.get().people().stream()
        .filter(person -> person.source() != Source.PREVIEW)
        .filter(person -> !answered.contains(person.participant()))
        .map(person -> title(person.outcome()).toLowerCase(Locale.ROOT))
        .sorted()
        .forEach(outcome -> outcomes.merge(outcome + " before the first answer", 1, Integer::sum));
    return outcomes;
  }

  /** As for the answers: previews never, simulated people only where there are no others. */
  private static boolean partOfTheStudy(Arrival person, Flow flow) {
    boolean version =
        person.version() == Participant.UNKNOWN_VERSION
            || flow.versions().contains(Participant.UNKNOWN_VERSION)
            || flow.versions().contains(person.version());
    return version
        && person.source() != Source.PREVIEW
        && (flow.simulated() || person.source() != Source.SIMULATED);
  }

  private static HtmlTable outcomes(Arrivals arrivals, Results results) {
    List<ParticipantOutcome> found =
        Arrays.stream(ParticipantOutcome.values())
            .filter(outcome -> arrivals.people().stream().anyMatch(p -> p.outcome() == outcome))
            .toList();
    List<String> headings = new ArrayList<>(List.of("Method", "Arrived"));
    found.forEach(outcome -> headings.add(title(outcome)));
    headings.add("Failed any check");
    HtmlTable table = new HtmlTable("Who arrived, and what became of them", headings);
    for (String method : methods(arrivals, results)) {
      Arrivals arm = arrivals.only(person -> person.method().equals(method));
      table.row(
          method.isEmpty() ? "no method yet" : results.plan().name(method), cells(arm, found));
    }
    return table.row("all", cells(arrivals, found));
  }

  private static List<String> cells(Arrivals arm, List<ParticipantOutcome> outcomes) {
    List<String> cells = new ArrayList<>(List.of(String.valueOf(arm.people().size())));
    outcomes.forEach(outcome -> cells.add(count(arm.only(person -> person.outcome() == outcome))));
    cells.add(count(arm.only(person -> person.attentionFailed() > 0)));
    return cells;
  }

  private static String count(Arrivals arrivals) {
    return String.valueOf(arrivals.people().size());
  }

  /** In the report's order; behind them those that the plan does not know. */
  private static Set<String> methods(Arrivals arrivals, Results results) {
    Set<String> methods = new LinkedHashSet<>(results.plan().methods());
    methods.addAll(arrivals.counts(Arrival::method).keySet());
    return methods;
  }

  private static String title(ParticipantOutcome outcome) {
    return Apa.capitalised(outcome.name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  private static String missing(Arrivals arrivals, Flow flow) {
    Set<String> arrived =
        arrivals.people().stream().map(Arrival::participant).collect(Collectors.toSet());
    long missing =
        flow.before().participants().stream()
            .filter(person -> !arrived.contains(person.id()))
            .count();
    return missing == 0 ? "" : " Not among them: %,d people with answers.".formatted(missing);
  }
}
