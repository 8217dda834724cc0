package org.xaistudy.analysis.report;

import java.util.ArrayList;
import java.util.List;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.results.Detection;
import org.xaistudy.analysis.results.MeasureResult;
import org.xaistudy.analysis.results.Results;
import org.xaistudy.studies.Task;

/** How it was computed: a paragraph ready to paste. */
final class MethodsSection {
  /** Titles of papers are in the language they were written in. */
  private static final String METHOD =
      "Achtibat, R. et al. From attribution maps to human-understandable explanations through"
          + " Concept Relevance Propagation. Nature Machine Intelligence 5 (2023).";

  private MethodsSection() {}

  static Markup of(Results results) {
    Plan plan = results.plan();
    return Markup.of(
        "<div class='quote'>%s%s</div>%s",
        Blocks.paragraph(exclusions(plan) + " " + tests(results)),
        Blocks.paragraph(String.join(" ", estimates(results))),
        Markup.all(
            Blocks.caption(provenance(results)),
            Blocks.heading(Apa.of(plan).text("methods.cite")),
            Blocks.paragraph(citation(results))));
  }

  private static String exclusions(Plan plan) {
    Apa apa = Apa.of(plan);
    List<String> rules =
        plan.eligibility().rules().stream()
            .map(rule -> apa.text("methods.rule." + rule.id(), rule.medianMs()))
            .toList();
    return rules.isEmpty()
        ? apa.text("methods.nobodyLeftOut")
        : apa.text("methods.leftOut", apa.words().then(rules));
  }

  private static String tests(Results results) {
    Plan plan = results.plan();
    Apa apa = Apa.of(plan);
    return apa.text(
        results.primary().paired() ? "methods.tests.paired" : "methods.tests",
        plan.name(plan.reference()),
        apa.text("measure." + plan.primary().id()),
        plan.correction().title(),
        plan.resampling().samples(),
        margins(results));
  }

  private static String margins(Results results) {
    Apa apa = Apa.of(results.plan());
    return apa.words()
        .list(
            results.measures().stream()
                .map(MeasureResult::measure)
                .map(
                    measure ->
                        apa.text("measure." + measure.id())
                            + " ± "
                            + apa.shortest(results.plan().margins().of(measure)))
                .toList());
  }

  private static List<String> estimates(Results results) {
    Plan plan = results.plan();
    Apa apa = Apa.of(plan);
    String seed = String.valueOf(plan.resampling().seed());
    if (!plan.asked().scored()) {
      return List.of(apa.text("methods.preference"), apa.text("methods.bayes", seed));
    }
    List<String> sentences = new ArrayList<>();
    if (results.detection().isPresent()) {
      sentences.add(detection(results.detection().get(), apa));
    } else if (plan.task().key() == Task.Key.CANDIDATE) {
      sentences.add(
          apa.text("methods.choice", plan.asked().options().size(), apa.shares(plan.chance())));
    } else if (!results.utility().isEmpty()) {
      sentences.add(
          apa.text("methods.utility", plan.name(plan.reference()), plan.asked().sessions()));
    }
    sentences.add(
        apa.text("methods.estimates", plan.resampling().samples(), apa.level(plan.level()), seed));
    return sentences;
  }

  private static String detection(Detection detection, Apa apa) {
    if (detection.signal().within()) {
      return apa.text("methods.detection.within");
    }
    return apa.text(
        detection.signal().leading().model().stimuli()
            ? "methods.detection.crossed"
            : "methods.detection");
  }

  private static String provenance(Results results) {
    Apa apa = Apa.of(results.plan());
    String version = MethodsSection.class.getPackage().getImplementationVersion();
    String program = "XAI Study analysis" + (version == null ? "" : " " + version);
    String checksum = results.flow().kept().sha256();
    return checksum.isEmpty()
        ? apa.text("methods.computed", program)
        : apa.text("methods.computed.from", program, checksum);
  }

  /** Where a task comes from that is not that study's. */
  private static String task(Task task) {
    return switch (task) {
      case ARTEFACT_USE, CORRECTNESS -> "";
      case DISTINCTION ->
          "Kim, S. S. Y. et al. HIVE: Evaluating the human interpretability of visual explanations."
              + " ECCV (2022).";
      case FORWARD_SIMULATION ->
          "Hase, P. & Bansal, M. Evaluating explainable AI. ACL (2020); Colin, J. et al. What I"
              + " cannot predict, I do not understand. NeurIPS (2022).";
      case RECOMMENDATION ->
          "Adebayo, J. et al. Post hoc explanations may be ineffective for detecting unknown"
              + " spurious correlation. ICLR (2022).";
    };
  }

  private static String citation(Results results) {
    Apa apa = Apa.of(results.plan());
    List<String> data = new ArrayList<>();
    String study = results.flow().kept().study();
    data.add(study.isEmpty() ? apa.text("methods.cite.thisStudy") : study);
    if (!study.isEmpty()) {
      results.flow().versions().stream()
          .filter(version -> version != Participant.UNKNOWN_VERSION)
          .forEach(version -> data.add(apa.text("version", version)));
    }
    results
        .flow()
        .kept()
        .answered()
        .ifPresent(
            period -> data.add(apa.text("period.answered", SummarySection.days(period, apa))));
    String checksum = results.flow().kept().sha256();
    if (!checksum.isEmpty()) {
      data.add("SHA-256 " + checksum.substring(0, 16) + "…");
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(apa.text("methods.cite.data", String.join(", ", data)));
    sentences.add(apa.text("methods.cite.method", METHOD));
    String task = task(results.plan().task());
    if (!task.isEmpty()) {
      sentences.add(apa.text("methods.cite.task", task));
    }
    sentences.add(apa.text("methods.cite.software", "XAI Study"));
    return String.join(" ", sentences);
  }
}
