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
    Apa apa = Apa.of(plan);
    List<Svg> panels =
        results.arms().stream()
            .map(
                arm ->
                    LearningFigure.of(
                        plan.name(arm.method()),
                        arm.right().learning().curve(),
                        plan.chance(),
                        plan.words()))
            .toList();
    HtmlTable table =
        new HtmlTable(
            apa.text("learning.table"),
            List.of(
                apa.text("column.method"),
                apa.withInterval(apa.text("column.change"), plan.level()),
                "p"));
    for (ArmResult arm : results.arms()) {
      table.row(
          plan.name(arm.method()),
          List.of(
              apa.estimate(arm.right().learning().slope().times(100), plan.level(), 2),
              apa.bareP(arm.right().learning().slope().p())));
    }
    return List.of(Blocks.figure("panels", panels, apa.text("learning.caption")), table.html());
  }

  private static List<Markup> stimuli(Results results) {
    Apa apa = Apa.of(results.plan());
    Stimuli stimuli = results.stimuli();
    List<Stimuli.Difficulty> hardest =
        stimuli.difficulty().subList(0, Math.min(HARDEST, stimuli.difficulty().size()));
    List<ForestFigure.Line> lines =
        hardest.stream()
            .map(
                one ->
                    new ForestFigure.Line(
                        name(one, results.plan()), one.right().value(), one.interval()))
            .toList();
    HtmlTable agreement =
        new HtmlTable(
            apa.text("agreement.table"),
            List.of(apa.text("column.method"), apa.text("column.kappa")));
    stimuli
        .agreement()
        .forEach(
            (method, kappa) ->
                agreement.row(results.plan().name(method), List.of(apa.share(kappa, 2))));
    return List.of(
        Blocks.figure(
            "one",
            List.of(
                ForestFigure.of(
                    apa.text("stimuli.figure"),
                    lines,
                    results.plan().chance(),
                    2,
                    results.plan().words())),
            apa.text("stimuli.caption", hardest.size(), stimuli.difficulty().size())),
        agreement.html(),
        Blocks.caption(
            (results.plan().task().key() == Task.Key.CANDIDATE
                    ? apa.text("agreement.chosen") + " "
                    : "")
                + apa.text("agreement.caption")));
  }

  private static String name(Stimuli.Difficulty one, Plan plan) {
    return one.about().isEmpty() ? one.id() : one.id() + ", " + Speech.of(plan).about(one.about());
  }
}
