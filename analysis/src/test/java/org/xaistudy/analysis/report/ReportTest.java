package org.xaistudy.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.comparison.Correction;
import org.xaistudy.analysis.distribution.Interval;
import org.xaistudy.analysis.exclusion.Eligibility;
import org.xaistudy.analysis.exclusion.VersionSelection;
import org.xaistudy.analysis.figure.ForestFigure;
import org.xaistudy.analysis.plan.Inference;
import org.xaistudy.analysis.plan.Margins;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.plan.Resampling;
import org.xaistudy.analysis.plan.Wording;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.analysis.responses.Source;
import org.xaistudy.analysis.results.Results;
import org.xaistudy.analysis.results.Simulated;
import org.xaistudy.analysis.words.Words;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.testing.Shared;
import org.xml.sax.InputSource;

class ReportTest {
  @Test
  void isOnePageThatAsksForNothingElse() {
    String page = page(Simulated.study(1, 4, 4));
    assertThat(page)
        .contains("prefers-color-scheme: dark", "@media print", "Welch", "correct ~ method")
        .doesNotContain("<script", "<link", "src=", "url(", "@import");
  }

  /** The words are those of the study's task: nothing is said of an artefact or of two models. */
  @Test
  void saysWhatPeopleWereAsked() {
    Study study = StudyFile.read(Shared.root().resolve("studies/birds-correctness")).study();
    Responses responses = Simulated.study(1, 4, 4);
    Plan plan = Plan.comparingWith("m0", responses).resampling(new Resampling(100, 1));
    String page =
        Report.of(
            Results.of(
                responses,
                new Plan(
                    Wording.of(study),
                    plan.methods(),
                    plan.inference(),
                    plan.eligibility(),
                    plan.resampling(),
                    plan.looks(),
                    plan.dates(),
                    plan.preregistered()),
                ProgressListener.SILENT),
            Background.NONE,
            List.of());
    assertThat(page)
        .contains("Rows: whether the prediction is right; columns: what people say")
        .contains("how well people tell right predictions from wrong ones")
        .contains("5 judgements of right predictions and 5 of wrong ones a person")
        .doesNotContain("artefact", "two models", "the models rightly", "uses it");
    assertThat(page(responses)).contains("Rows: whether the artefact is used");
  }

  @Test
  void saysThatItIsExploratoryWithoutAPlan() {
    assertThat(page(Simulated.study(1, 4, 4))).contains("all of this report is exploratory");
  }

  @Test
  void tellsWhatWasDecidedWhilePeopleTookPart() {
    Responses study = Simulated.study(1, 4, 4);
    Results results =
        Results.of(
            study,
            Plan.comparingWith("m0", study).resampling(new Resampling(100, 1)),
            ProgressListener.SILENT);
    String page =
        Report.of(
            results, Background.NONE, List.of("3 May: closed by ann.", "Paused <b> & resumed."));
    assertThat(page)
        .contains(
            "<a href='#decisions'>Decided while people took part</a>",
            "<section id='decisions'><h2>Decided while people took part</h2>",
            "<li>3 May: closed by ann.</li><li>Paused &lt;b&gt; &amp; resumed.</li>");
    assertThat(page.indexOf("id='decisions'"))
        .isBetween(page.indexOf("id='flow'"), page.indexOf("id='signal'"));
    assertThat(Report.of(results, Background.NONE, List.of())).doesNotContain("decisions");
  }

  @Test
  void saysThatNobodyTookPartInASimulation() {
    Responses study = changed(Simulated.study(1, 4, 4), true, Source.SIMULATED);
    assertThat(page(study)).contains("no person took part");
    assertThat(page(Simulated.study(1, 4, 4))).doesNotContain("no person took part");
  }

  @Test
  void showsWhatWouldHaveComeOutWithEverybody() {
    List<Participant> people = new ArrayList<>(Simulated.study(1, 5, 5).participants());
    Responses one = changed(new Responses("", "", people.subList(0, 1)), false, Source.UNKNOWN);
    people.set(0, one.participants().get(0));
    assertThat(page(new Responses("", "", people)))
        .contains("Had nobody been left out", "1 did not finish", "9 participants analysed");
  }

  @Test
  void countsFailedAttentionChecksOnTheirOwn() {
    Responses one = Simulated.study(1, 5, 5);
    List<Participant> people = new ArrayList<>(one.participants());
    people.set(0, marked(people.get(0), "failed attention checks"));
    people.set(1, marked(people.get(1), "place given away"));
    assertThat(page(new Responses("", "", people)))
        .contains("1 failed attention checks", "1 marked as excluded", "1 for “place given away”")
        .contains("<th scope='col'>Attention</th>")
        .doesNotContain("for “failed attention checks”");
  }

  private static Participant marked(Participant p, String excluded) {
    return new Participant(p.id(), p.method(), p.answers(), true, excluded, p.source(), 0);
  }

  @Test
  void saysWhichVersionOfTheStudyItIsAbout() {
    List<Participant> people = new ArrayList<>();
    Simulated.study(1, 4, 4).participants().forEach(p -> people.add(of(p, "first" + p.id(), 1)));
    Simulated.study(2, 3, 3).participants().forEach(p -> people.add(of(p, p.id(), 2)));
    Responses study = new Responses("", "", people);
    Plan plan = Plan.comparingWith("m0", study).resampling(new Resampling(100, 1));
    assertThat(Report.of(study, plan))
        .contains("about version 2 alone; set aside: 8 participants of version 1.")
        .contains("8 answered version 1", "6 participants analysed");
    assertThat(Report.of(study, plan.over(VersionSelection.ALL)))
        .contains("version 1 and version 2 of the study are taken together")
        .contains("14 participants analysed");
    assertThat(page(Simulated.study(1, 4, 4))).doesNotContain("version 1", "an unknown version");
  }

  private static Participant of(Participant p, String id, int version) {
    return new Participant(id, p.method(), p.answers(), true, "", p.source(), version);
  }

  @Test
  void saysWhichDifferencesWouldNotMatter() {
    Responses study = Simulated.study(1, 4, 4);
    Margins strict = new Margins(0.05, 1, 0.5);
    List<String> methods = List.of("m0", "m1");
    Plan plan =
        new Plan(
            Wording.NONE,
            methods,
            new Inference(Measure.CORRECT, Correction.HOLM, 0.95, strict, 0.5),
            Eligibility.by(List.of()),
            new Resampling(100, 1),
            Optional.empty(),
            Optional.empty(),
            true);
    assertThat(page(study)).contains("accuracy ± 0.1, confidence ± 1, clarity ± 1");
    assertThat(Report.of(study, plan))
        .contains("accuracy ± 0.05, confidence ± 1, clarity ± 0.5", "Equivalence ± 0.05<");
  }

  @Test
  void saysPlainlyWhatCannotBeTested() {
    assertThat(page(Simulated.study(1, 1, 4))).contains("not testable");
    assertThat(page(Simulated.study(1, 4))).contains("only one method");
  }

  @Test
  void keepsAnArmInSightOfWhichNobodyRemains() {
    List<Participant> people = new ArrayList<>(Simulated.study(1, 4, 4, 2).participants());
    people.replaceAll(
        person ->
            person.method().equals("m2") ? marked(person, "failed attention checks") : person);
    assertThat(page(new Responses("", "", people)))
        .contains("<th scope='row'>m2</th><td>2</td><td>0</td><td>0</td><td>0</td>");
  }

  @Test
  void refusesAStudyInWhichNobodyRemains() {
    Responses unfinished = changed(Simulated.study(1, 2, 2), false, Source.LINK);
    assertThatThrownBy(() -> page(unfinished))
        .isInstanceOf(AnalysisException.class)
        .hasMessage("nobody remains after the exclusions (4 did not finish)");
  }

  @Test
  void figuresAreWellFormedFiles() throws Exception {
    Responses study = Simulated.study(1, 4, 4, 4);
    Plan plan = Plan.comparingWith("m0", study).resampling(new Resampling(100, 1));
    Results results = Results.of(study, plan, ProgressListener.SILENT);
    Map<String, String> figures = Report.figures(results, Optional.empty());
    assertThat(figures).hasSize(12);
    for (String svg : figures.values()) {
      parse(svg);
    }
  }

  @Test
  void aLongNameIsSetSmallerRatherThanCut() {
    String usual =
        ForestFigure.of("", List.of(line("CRP − LRP")), 0, 2, Words.ENGLISH).inline().toString();
    String longest =
        ForestFigure.of("", List.of(line("a".repeat(31))), 0, 2, Words.ENGLISH).inline().toString();
    assertThat(usual).doesNotContain("font-size");
    assertThat(longest).containsPattern("style='font-size:(9|10|11)\\.\\d*px'>a{31}<");
  }

  private static ForestFigure.Line line(String label) {
    return new ForestFigure.Line(label, 0.243, new Interval(0.151, 0.335));
  }

  private static void parse(String svg) throws Exception {
    String root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)))
            .getDocumentElement()
            .getTagName();
    assertThat(root).isEqualTo("svg");
  }

  private static String page(Responses study) {
    return Report.of(study, Plan.comparingWith("m0", study).resampling(new Resampling(100, 1)));
  }

  private static Responses changed(Responses study, boolean completed, Source source) {
    return new Responses(
        "",
        "",
        study.participants().stream()
            .map(p -> new Participant(p.id(), p.method(), p.answers(), completed, "", source, 0))
            .toList());
  }
}
