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
        wording.words().text("power.figure"),
        wording.words().text("power.perArm"),
        sizes,
        lines,
        analysis.design().wanted(),
        wording.words());
  }

  /** All of it as lines of text, for a terminal. */
  public List<String> printed(Map<String, OptionalInt> needed) {
    Apa apa = apa();
    Design design = analysis.design();
    String by =
        switch (analysis.decision()) {
          case MEANS -> apa.text("measure." + design.answering().measure().id());
          case MODEL -> "d'";
        };
    List<String> lines = new ArrayList<>();
    lines.add(apa.text("power.printed", wording.name(design.reference()), by));
    lines.addAll(lines());
    needed.forEach(
        (method, size) ->
            lines.add(
                apa.text(
                    "power.printed.needed",
                    wording.name(method),
                    people(size, apa),
                    apa.shares(design.wanted()))));
    return lines.stream().map(Apa::plain).toList();
  }

  private static String people(OptionalInt size, Apa apa) {
    return size.isPresent()
        ? String.valueOf(size.getAsInt())
        : apa.text("power.tooMany", PowerAnalysis.LARGEST);
  }

  /** One line of text per size. */
  List<String> lines() {
    Apa apa = apa();
    String all = apa.text("power.all");
    List<String> lines = new ArrayList<>();
    StringBuilder heading = new StringBuilder(apa.text("power.line"));
    names().forEach(name -> heading.append(cell(name, name)));
    lines.add(heading.append(cell(all, all)).toString());
    for (Power power : curve) {
      StringBuilder line =
          new StringBuilder(
              ("%" + apa.text("power.line").length() + "d").formatted(power.participantsPerArm()));
      power
          .found()
          .forEach(
              (method, rate) -> line.append(cell(apa.percent(rate.value()), wording.name(method))));
      lines.add(line.append(cell(apa.percent(power.all().value()), all)).toString());
    }
    return lines;
  }

  private Apa apa() {
    return Apa.of(wording.words());
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
    Apa apa = apa();
    HtmlTable table =
        new HtmlTable(
            apa.text("power.needed.table", apa.percent(design.wanted())),
            List.of(
                apa.text("column.methodAgainst", wording.name(design.reference())),
                apa.text("column.perArm")));
    needed.forEach((method, size) -> table.row(wording.name(method), List.of(people(size, apa))));
    return new Page(apa.text("power.title"), Report.stylesheet(), apa)
        .section(
            "curve",
            apa.text("power.heading"),
            Markup.all(Blocks.figures("one", List.of(figure())), Blocks.caption(assumptions())))
        .section("needed", apa.text("power.needed"), Markup.all(table.html(), sizes(design).html()))
        .html();
  }

  private HtmlTable sizes(Design design) {
    Apa apa = apa();
    List<String> headings = new ArrayList<>(List.of(apa.text("column.perArm")));
    headings.addAll(names());
    headings.add(apa.text("column.all"));
    HtmlTable table = new HtmlTable(apa.text("power.table", design.participantsPerArm()), headings);
    for (Power power : curve) {
      List<String> cells = new ArrayList<>();
      power.found().values().forEach(rate -> cells.add(apa.percent(rate.value())));
      cells.add(apa.percent(power.all().value()));
      table.row(String.valueOf(power.participantsPerArm()), cells);
    }
    return table;
  }

  private String assumptions() {
    Design design = analysis.design();
    Apa apa = apa();
    boolean criteria = !(design.answering() instanceof Answering.Choice);
    List<String> parts = new ArrayList<>();
    design
        .arms()
        .forEach(
            (method, people) ->
                parts.add(
                    apa.text(
                        criteria ? "power.arm.criterion" : "power.arm",
                        wording.name(method),
                        apa.number(people.dPrime(), 2),
                        apa.number(people.criterion(), 2))));
    var first = requireNonNull(design.arms().get(design.reference()));
    parts.add(
        apa.text(
            criteria ? "power.spreads.criterion" : "power.spreads",
            apa.number(first.dPrimeSd(), 2),
            apa.number(first.criterionSd(), 2),
            apa.number(first.correlation(), 2)));
    parts.add(
        design.stimuliDiffer()
            ? apa.text("power.stimuli", apa.number(design.stimulusSd(), 2))
            : apa.text("power.stimuli.alike"));
    parts.add(trials(design, apa));
    String within = design.within() ? apa.text("power.within") + " " : "";
    return Apa.typeset(
        String.join(
            " ",
            apa.text("power.expected", apa.words().then(parts)),
            within
                + apa.text(
                    "power.test",
                    test(design, apa),
                    design.correction().title(),
                    apa.number(design.alpha(), 3),
                    analysis.studies(),
                    String.valueOf(analysis.seed()))));
  }

  private String test(Design design, Apa apa) {
    return switch (analysis.decision()) {
      case MEANS ->
          apa.text(
              design.within() ? "power.test.paired" : "power.test.means",
              apa.text("measure." + design.answering().measure().id()));
      case MODEL -> apa.text("power.test.model");
    };
  }

  private static String trials(Design design, Apa apa) {
    return design.answering() instanceof Answering.Choice choice
        ? apa.text("power.trials.choice", design.yesTrials(), choice.options())
        : apa.text("power.trials", design.yesTrials(), design.noTrials());
  }
}
