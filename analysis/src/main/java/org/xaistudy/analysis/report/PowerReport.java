package org.xaistudy.analysis.report;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.xaistudy.analysis.figure.CurveFigure;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.figure.Svg;
import org.xaistudy.analysis.plan.Wording;
import org.xaistudy.analysis.power.Answering;
import org.xaistudy.analysis.power.Design;
import org.xaistudy.analysis.power.Power;
import org.xaistudy.analysis.power.PowerAnalysis;

/**
 * What a planned study could see, as a page, a drawing and rows.
 *
 * @param wording how people read of the methods
 * @param analysis by which power was found
 * @param curve power for several sizes, at least one
 */
public record PowerReport(Wording wording, PowerAnalysis analysis, List<Power> curve) {
  private static final int NARROWEST = 12;

  /** The curve of power over participants per arm. */
  public Svg figure() {
    List<Integer> sizes = curve.stream().map(Power::participantsPerArm).toList();
    Map<String, List<Double>> lines = new LinkedHashMap<>();
    for (String method : curve.get(0).found().keySet()) {
      lines.put(wording.name(method), curve.stream().map(power -> power.of(method)).toList());
    }
    return CurveFigure.of(
        "Power in per cent, by method",
        "participants per arm",
        sizes,
        lines,
        analysis.design().wanted());
  }

  /** One line of text per size, for a terminal. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    StringBuilder heading = new StringBuilder("per arm");
    names().forEach(name -> heading.append(cell(name, name)));
    lines.add(heading.append(cell("all", "all")).toString());
    for (Power power : curve) {
      StringBuilder line = new StringBuilder("%7d".formatted(power.participantsPerArm()));
      power
          .found()
          .forEach(
              (method, rate) -> line.append(cell(Apa.percent(rate.value()), wording.name(method))));
      lines.add(line.append(cell(Apa.percent(power.all().value()), "all")).toString());
    }
    return lines;
  }

  private List<String> names() {
    return curve.get(0).found().keySet().stream().map(wording::name).toList();
  }

  /** A cell as wide as its column's heading asks. */
  private static String cell(String text, String heading) {
    return ("%" + Math.max(NARROWEST, heading.length() + 2) + "s").formatted(text);
  }

  /** The page. */
  public String html(Map<String, OptionalInt> needed) {
    Design design = analysis.design();
    HtmlTable table =
        new HtmlTable(
            "Participants per arm for a power of " + Apa.percent(design.wanted()),
            List.of("Method against " + wording.name(design.reference()), "Participants per arm"));
    needed.forEach(
        (method, size) ->
            table.row(
                wording.name(method),
                List.of(size.isPresent() ? String.valueOf(size.getAsInt()) : "more than 2,000")));
    return new Page("What this study could see", Report.stylesheet())
        .section(
            "curve",
            "Power",
            Markup.all(Blocks.figures("one", List.of(figure())), Blocks.caption(assumptions())))
        .section("needed", "How many people", Markup.all(table.html(), sizes(design).html()))
        .html();
  }

  private HtmlTable sizes(Design design) {
    List<String> headings = new ArrayList<>(List.of("Participants per arm"));
    headings.addAll(names());
    headings.add("all of them");
    HtmlTable table =
        new HtmlTable("Power; the study states " + design.participantsPerArm(), headings);
    for (Power power : curve) {
      List<String> cells = new ArrayList<>();
      power.found().values().forEach(rate -> cells.add(Apa.percent(rate.value())));
      cells.add(Apa.percent(power.all().value()));
      table.row(String.valueOf(power.participantsPerArm()), cells);
    }
    return table;
  }

  private String assumptions() {
    Design design = analysis.design();
    boolean criteria = !(design.answering() instanceof Answering.Choice);
    StringBuilder text = new StringBuilder("Expected of a person: ");
    design
        .arms()
        .forEach(
            (method, people) ->
                text.append(wording.name(method))
                    .append(" d′ = ")
                    .append(Apa.number(people.dPrime(), 2))
                    .append(criteria ? ", c = " + Apa.number(people.criterion(), 2) : "")
                    .append("; "));
    var first = requireNonNull(design.arms().get(design.reference()));
    text.append("spread of d′ ").append(Apa.number(first.dPrimeSd(), 2));
    if (criteria) {
      text.append(
          ", of c %s, their correlation %s"
              .formatted(Apa.number(first.criterionSd(), 2), Apa.number(first.correlation(), 2)));
    }
    return Apa.typeset(
        text
            + "; %s; %s. %s, %s-corrected, α = %s; %,d simulated studies a size, seed %d."
                .formatted(
                    design.stimuliDiffer()
                        ? "spread between stimuli " + Apa.number(design.stimulusSd(), 2)
                        : "stimuli all alike",
                    trials(design),
                    analysis.test(),
                    design.correction().title(),
                    Apa.number(design.alpha(), 3),
                    analysis.studies(),
                    analysis.seed()));
  }

  private static String trials(Design design) {
    return design.answering() instanceof Answering.Choice choice
        ? "%d trials, each a choice of %d".formatted(design.yesTrials(), choice.options())
        : "%d + %d trials".formatted(design.yesTrials(), design.noTrials());
  }
}
