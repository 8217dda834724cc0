package org.xaistudy.analysis.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.arrivals.Arrivals;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.figure.Svg;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.analysis.results.Results;
import org.xaistudy.studies.Task;

/** The report: one self-contained HTML page, for screen and paper, light and dark. */
public final class Report {
  private Report() {}

  /**
   * Analyses the responses and writes the page.
   *
   * @throws AnalysisException if the plan cannot be carried out on these responses
   */
  public static String of(Responses responses, Plan plan) {
    return of(Results.of(responses, plan, ProgressListener.SILENT));
  }

  /** The page for results that are there already. */
  public static String of(Results results) {
    return of(results, Background.NONE);
  }

  /** The same, with what is known beside the answers: who arrived, and what was shown. */
  public static String of(Results results, Background background) {
    return of(results, background, List.of());
  }

  /**
   * The same, with a section about what was decided while people took part.
   *
   * @param decisions a sentence each, in order; no section if there are none
   */
  public static String of(Results results, Background background, List<String> decisions) {
    Apa apa = Apa.of(results.plan());
    Optional<Arrivals> arrivals = background.arrivals();
    Page page =
        new Page(title(results), stylesheet(), apa)
            .lead(SummarySection.lead(results))
            .section("summary", apa.text("heading.summary"), SummarySection.of(results))
            .section(
                "flow",
                apa.text("heading.flow"),
                FlowSection.of(results, SampleSection.withoutAnswers(results, arrivals)));
    arrivals.ifPresent(
        people ->
            page.section("sample", apa.text("heading.sample"), SampleSection.of(results, people)));
    if (!decisions.isEmpty()) {
      page.section("decisions", apa.text("heading.decisions"), Blocks.findings(decisions));
    }
    answers(page, results, background);
    page.section("differences", apa.text("heading.differences"), DifferenceSection.of(results))
        .sectionIfAny(
            "calibration", apa.text("heading.calibration"), CalibrationSection.of(results))
        .sectionIfAny("grades", apa.text("heading.grades"), GradeSection.of(results))
        .sectionIfAny(
            "further", apa.text("heading.further"), FurtherSection.of(results, background))
        .sectionIfAny("trials", apa.text("heading.trials"), TrialSection.of(results, background));
    if (!results.models().isEmpty()) {
      page.section("models", apa.text("heading.models"), ModelSection.of(results));
    }
    if (!results.specifications().isEmpty()) {
      page.section("robustness", apa.text("heading.robustness"), RobustnessSection.of(results));
    }
    if (!results.unexcluded().isEmpty()) {
      page.section("everybody", apa.text("heading.everybody"), EverybodySection.of(results));
    }
    return page.section("methods", apa.text("heading.methods"), MethodsSection.of(results)).html();
  }

  /** What people said, in the sections that fit what they were asked. */
  private static void answers(Page page, Results results, Background background) {
    Apa apa = Apa.of(results.plan());
    if (!results.plan().asked().scored()) {
      page.section("ratings", apa.text("heading.ratings"), RatingSection.of(results));
      return;
    }
    results
        .detection()
        .map(detection -> detection.signal().leading())
        .ifPresentOrElse(
            fit ->
                page.section(
                        "signal",
                        Speech.of(results.plan())
                            .fitting("heading.telling.models", "heading.telling.predictions"),
                        SignalSection.of(results, fit, background))
                    .section(
                        "judgements", apa.text("heading.judgements"), JudgementSection.of(results)),
            () ->
                page.sectionIfAny(
                        "utility", apa.text("heading.utility"), UtilitySection.of(results))
                    .section(
                        "choices",
                        apa.text(
                            results.plan().task().key() == Task.Key.CANDIDATE
                                ? "heading.chosen"
                                : "heading.said"),
                        ChoiceSection.of(results, background)));
  }

  /** The figures as files, by file name. */
  public static Map<String, String> figures(Results results, Optional<Arrivals> arrivals) {
    Map<String, String> files = new LinkedHashMap<>();
    Figures.of(results, SampleSection.withoutAnswers(results, arrivals))
        .forEach((name, svg) -> files.put(name, svg.file()));
    return files;
  }

  /** The main comparisons as sentences for a terminal, one each. */
  public static List<String> findings(Results results) {
    return Sentences.of(results.plan()).comparisons(results.primary(), results.plan()).stream()
        .map(Apa::plain)
        .toList();
  }

  static Markup stylesheet() {
    return Markup.all(Svg.style(), Markup.resource(Report.class, "report.css"));
  }

  private static String title(Results results) {
    String question = results.plan().wording().question();
    String study = results.flow().kept().study();
    Apa apa = Apa.of(results.plan());
    return !question.isEmpty()
        ? question
        : study.isEmpty() ? apa.text("title") : apa.text("title.study", study);
  }
}
