package org.xaistudy.analysis.report;

import java.util.ArrayList;
import java.util.List;
import org.xaistudy.analysis.figure.ForestFigure;
import org.xaistudy.analysis.figure.LearningFigure;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.figure.Svg;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.results.ArmResult;
import org.xaistudy.analysis.results.Results;
import org.xaistudy.analysis.results.Stimuli;
import org.xaistudy.studies.Task;

/** What single trials tell: whether people learn, and which stimuli are hard. */
final class TrialSection {
  private static final int HARDEST = 10;

  private TrialSection() {}

  /** Empty where the file names neither trials nor stimuli, or no answer is right. */
  static Markup of(Results results, Background background) {
    if (!results.plan().asked().scored()) {
      return Markup.NONE;
    }
    List<Markup> html = new ArrayList<>();
    if (results.arms().stream().anyMatch(arm -> !arm.right().learning().curve().isEmpty())) {
      html.addAll(learning(results));
    }
    if (!results.stimuli().difficulty().isEmpty()) {
      html.addAll(stimuli(results));
      html.add(GallerySection.of(results, background, HARDEST));
    }
    results.times().ifPresent(fit -> html.add(TimeSection.of(fit, results.plan())));
    return html.isEmpty()
        ? Markup.NONE
        : Markup.all(Blocks.status(results.plan()), Markup.all(html));
  }

  private static List<Markup> learning(Results results) {
    Plan plan = results.plan();
    List<Svg> panels =
        results.arms().stream()
            .map(
                arm ->
                    LearningFigure.of(
                        plan.name(arm.method()), arm.right().learning().curve(), plan.chance()))
            .toList();
    HtmlTable table =
        new HtmlTable(
            "Change of accuracy from one trial to the next, in percentage points",
            List.of("Method", "Change [" + Apa.level(plan.level()) + " CI]", "p"));
    for (ArmResult arm : results.arms()) {
      table.row(
          plan.name(arm.method()),
          List.of(
              Apa.estimate(arm.right().learning().slope().times(100), plan.level(), 2),
              Apa.bareP(arm.right().learning().slope().p())));
    }
    return List.of(
        Blocks.figure(
            "panels",
            panels,
            "Share of right answers in per cent by the number of the trial; the dashed line is"
                + " guessing. A rising line means that people learn on the way."),
        table.html());
  }

  private static List<Markup> stimuli(Results results) {
    Stimuli stimuli = results.stimuli();
    List<Stimuli.Difficulty> hardest =
        stimuli.difficulty().subList(0, Math.min(HARDEST, stimuli.difficulty().size()));
    List<ForestFigure.Line> lines =
        hardest.stream()
            .map(
                one ->
                    new ForestFigure.Line(
                        name(one, results.plan().task()), one.right().value(), one.interval()))
            .toList();
    HtmlTable agreement =
        new HtmlTable(
            "Agreement of people about the same stimulus", List.of("Method", "Fleiss’ κ"));
    stimuli
        .agreement()
        .forEach(
            (method, kappa) ->
                agreement.row(results.plan().name(method), List.of(Apa.share(kappa, 2))));
    return List.of(
        Blocks.figure(
            "one",
            List.of(ForestFigure.of("Share of right answers", lines, results.plan().chance(), 2)),
            "The %d hardest of %d stimuli, over all methods, with Wilson intervals; the dashed line is guessing."
                .formatted(hardest.size(), stimuli.difficulty().size())),
        agreement.html(),
        Blocks.caption(
            (results.plan().task().key() == Task.Key.CANDIDATE
                    ? "People agree where they all chose the right explanation, or all another one. "
                    : "")
                + "κ is 0 where people agree as by chance and 1 where they always say the same;"
                + " agreement below the truth means that they are misled together."));
  }

  private static String name(Stimuli.Difficulty one, Task task) {
    return one.about().isEmpty() ? one.id() : one.id() + ", " + Speech.about(task, one.about());
  }
}
