package org.xaistudy.analysis.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
    Apa apa = Apa.of(results.plan());
    return Markup.all(
        outcomes(arrivals, results).html(),
        Blocks.caption(apa.text("sample.caption") + missing(arrivals, results.flow(), apa)),
        Blocks.tables(
            List.of(
                HtmlTable.counts(
                    apa.text("sample.languages"),
                    apa.text("column.language"),
                    arrivals.counts(Arrival::language),
                    apa),
                HtmlTable.counts(
                    apa.text("sample.sources"),
                    apa.text("column.source"),
                    arrivals.counts(person -> apa.text("source." + person.source().id())),
                    apa))),
        QuestionnaireSection.of(arrivals, results.plan()));
  }

  /** What became of those who agreed to take part and gave no answer; finished with none, too. */
  static Map<ParticipantOutcome, Integer> withoutAnswers(
      Results results, Optional<Arrivals> everybody) {
    if (everybody.isEmpty()) {
      return Map.of();
    }
    Set<String> answered =
        results.flow().everybody().stream().map(Participant::id).collect(Collectors.toSet());
    Map<ParticipantOutcome, Integer> outcomes = new LinkedHashMap<>();
    everybody.get().people().stream()
        .filter(person -> person.source() != Source.PREVIEW)
        .filter(person -> !answered.contains(person.participant()))
        .map(Arrival::outcome)
        .sorted(Comparator.comparing(ParticipantOutcome::name))
        .forEach(outcome -> outcomes.merge(outcome, 1, Integer::sum));
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
    Apa apa = Apa.of(results.plan());
    List<ParticipantOutcome> found =
        Arrays.stream(ParticipantOutcome.values())
            .filter(outcome -> arrivals.people().stream().anyMatch(p -> p.outcome() == outcome))
            .toList();
    List<String> headings =
        new ArrayList<>(List.of(apa.text("column.method"), apa.text("column.arrived")));
    found.forEach(outcome -> headings.add(title(outcome, apa)));
    headings.add(apa.text("column.failedCheck"));
    HtmlTable table = new HtmlTable(apa.text("sample.outcomes"), headings);
    for (String method : methods(arrivals, results)) {
      Arrivals arm = arrivals.only(person -> person.method().equals(method));
      table.row(
          method.isEmpty() ? apa.text("sample.noMethod") : results.plan().name(method),
          cells(arm, found));
    }
    return table.row(apa.text("sample.all"), cells(arrivals, found));
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

  /** In the report's order; behind them those that the plan does not know, such as orders. */
  private static Set<String> methods(Arrivals arrivals, Results results) {
    boolean within = results.flow().before().within();
    Set<String> methods = new LinkedHashSet<>(within ? List.of() : results.plan().methods());
    methods.addAll(arrivals.counts(Arrival::method).keySet());
    return methods;
  }

  private static String title(ParticipantOutcome outcome, Apa apa) {
    return apa.text("column.outcome." + outcome.name().toLowerCase(Locale.ROOT));
  }

  private static String missing(Arrivals arrivals, Flow flow, Apa apa) {
    Set<String> arrived =
        arrivals.people().stream().map(Arrival::participant).collect(Collectors.toSet());
    long missing =
        flow.before().participants().stream()
            .filter(person -> !arrived.contains(person.id()))
            .count();
    return missing == 0 ? "" : " " + apa.text("sample.missing", missing);
  }
}
