package org.xaistudy.analysis.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.xaistudy.analysis.ChosenPlaces;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.archive.MadeUpArchive;
import org.xaistudy.analysis.archive.StudyMaterial;
import org.xaistudy.analysis.exclusion.Eligibility;
import org.xaistudy.analysis.exclusion.ExclusionRule;
import org.xaistudy.analysis.exclusion.VersionSelection;
import org.xaistudy.analysis.plan.Looks;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.plan.PlanDates;
import org.xaistudy.analysis.plan.Resampling;
import org.xaistudy.analysis.power.Decision;
import org.xaistudy.analysis.power.Design;
import org.xaistudy.analysis.power.PowerAnalysis;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.analysis.responses.ResponsesFile;
import org.xaistudy.analysis.responses.Source;
import org.xaistudy.analysis.results.Replication;
import org.xaistudy.analysis.results.Results;
import org.xaistudy.analysis.results.Simulated;
import org.xaistudy.studies.Questionnaire;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.Text;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.testing.Shared;

/** Reports of every task and with every warning, so that together they say all that one can. */
public final class EveryKind {
  /** The end of the names of what is printed on a terminal. */
  public static final String TERMINAL = " on a terminal";

  private static final Instant MONDAY = Instant.parse("2026-02-02T09:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2026-02-06T09:00:00Z");

  private static final List<String> STUDIES =
      List.of(
          "border-artefact",
          "birds-correctness",
          "birds-distinction",
          "birds-forward-simulation",
          "birds-recommendation",
          "birds-within");

  private final Map<String, String> pages = new LinkedHashMap<>();
  private final Plans plans;

  private EveryKind(Plans plans) {
    this.plans = plans;
  }

  /** Makes plans, in a language. */
  public interface Plans {
    /** Of a study. */
    Plan of(Study study);

    /** Of a file without a study. */
    Plan comparingWith(String reference, Responses responses);
  }

  /** The pages by what they are about. */
  public static Map<String, String> pages(Path scratch, Plans plans) throws IOException {
    EveryKind every = new EveryKind(plans);
    every.artefactUse(scratch);
    every.correctness();
    every.distinction();
    every.forwardSimulation();
    every.recommendation();
    every.within();
    every.furtherQuestions(scratch);
    every.decisionsOfFour(scratch);
    every.dates();
    every.awkward();
    every.versions();
    every.power(scratch);
    every.replication();
    return every.pages;
  }

  /** What the studies themselves say, the longest first: whatever language the report is in. */
  public static Set<String> ofTheStudies() {
    Set<String> own =
        new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(one -> one));
    for (String id : STUDIES) {
      Study study = study(id);
      own.add(id);
      own.add(study.title().in("en"));
      own.addAll(study.options());
      for (Questionnaire question : study.questionnaire()) {
        own.add(question.question().in("en"));
        if (question.answer() instanceof Questionnaire.Choice choice) {
          choice.options().forEach(option -> own.add(option.text().in("en")));
        }
      }
    }
    // Of yes and no.
    own.removeIf(text -> text.length() < 4);
    return own;
  }

  private void add(String name, Responses responses, Plan plan, Background background) {
    Plan quick =
        new Plan(
            plan.wording(),
            plan.methods(),
            plan.inference(),
            plan.eligibility(),
            new Resampling(100, 1),
            plan.looks(),
            plan.dates(),
            plan.preregistered());
    Results results = Results.of(responses, quick, ProgressListener.SILENT);
    StringBuilder page = new StringBuilder(Report.of(results, background, List.of()));
    Report.figures(results, background.arrivals())
        .forEach((file, svg) -> page.append("\n<!-- ").append(file).append(" -->\n").append(svg));
    pages.put(name, page.toString());
    terminal(name, Report.findings(results));
  }

  /** Further questions of each kind: answered, answered without the reference, and by nobody. */
  private void furtherQuestions(Path scratch) throws IOException {
    String further =
        """
        questions:
          further:
            - id: helped
              question: {en: Q1, de: Q1}
              answer: {scale: {min: -3, max: 3, low: {en: L1, de: L1}, high: {en: H1, de: H1}}}
            - {id: hours, question: {en: Q2, de: Q2}, answer: {number: {min: 0, max: 9}}}
            - {id: often, question: {en: Q3, de: Q3}, answer: {number: {min: 0, max: 9}}}
            - {id: never, question: {en: Q4, de: Q4}, answer: {number: {min: 0, max: 9}}}
            - id: part
              question: {en: Q5, de: Q5}
              answer: {choice: {options: [{value: v1, text: {en: T1, de: T1}}, {value: v2, text: {en: T2, de: T2}}]}}
            - {id: why, question: {en: Q6, de: Q6}, answer: {text: {longest: 50}}}
        """;
    Study study = changed("\nquestions:\n", "\n" + further, scratch);
    StringBuilder csv =
        new StringBuilder(
            "study,participant,method,trial,truth,answer,completed,q.helped,q.hours,q.often,q.never,q.part,q.why\n");
    for (var method : study.methods()) {
      boolean reference = method.id().equals(study.analysis().reference());
      for (int person = 0; person < 5; person++) {
        for (int trial = 1; trial <= 4; trial++) {
          csv.append(
              "birds-correctness,%s-%d,%s,%d,%s,%s,yes,%d,%s,%s,,v%d,%s\n"
                  .formatted(
                      method.id(),
                      person,
                      method.id(),
                      trial,
                      trial % 2 == 0 ? "yes" : "no",
                      (trial + person) % 3 == 0 ? "yes" : "no",
                      (person + trial) % 4,
                      reference ? "" : String.valueOf(person),
                      reference ? String.valueOf(person) : "",
                      1 + trial % 2,
                      person == 1 ? "something" : ""));
        }
      }
    }
    add("further", responses(csv.toString()), plans.of(study), Background.NONE);
  }

  private void decisionsOfFour(Path scratch) throws IOException {
    String text = yaml().replaceFirst("(?s)  confidence:\\n.*?(?=  clarity:)", "");
    Study study =
        StudyFile.read(
                Files.writeString(
                    scratch.resolve("study.yaml"),
                    text.replace("\nquestions:\n", "\nquestions:\n  graded: true\n")))
            .study();
    StringBuilder csv =
        new StringBuilder("study,participant,method,trial,truth,answer,confidence,completed\n");
    for (var method : study.methods()) {
      for (int person = 0; person < 5; person++) {
        for (int trial = 1; trial <= 6; trial++) {
          csv.append(
              "birds-correctness,%s-%d,%s,%d,%s,%s,%d,yes\n"
                  .formatted(
                      method.id(),
                      person,
                      method.id(),
                      trial,
                      trial % 2 == 0 ? "yes" : "no",
                      (trial + person) % 3 == 0 ? "yes" : "no",
                      (trial * person) % 2));
        }
      }
    }
    add("graded", responses(csv.toString()), plans.of(study), Background.NONE);
  }

  private static Responses responses(String csv) {
    return ResponsesFile.read(
        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "responses.csv");
  }

  private static String yaml() throws IOException {
    return Files.readString(Shared.root().resolve("studies/birds-correctness/study.yaml"));
  }

  private static Study changed(String what, String to, Path scratch) throws IOException {
    String text = yaml().replace(what, to);
    return StudyFile.read(Files.writeString(scratch.resolve("study.yaml"), text)).study();
  }

  /** Everybody judges with all methods, which suit them differently. */
  private void within() {
    StringBuilder csv =
        new StringBuilder(
            "study,version,participant,method,trial,stimulus,model,truth,answer,confidence,clarity,response_time_ms,completed,source\n");
    SplittableRandom random = new SplittableRandom(9);
    Study study = study("birds-within");
    for (int person = 0; person < 18; person++) {
      int trial = 0;
      for (String method : study.arms().get(person % 6).methods()) {
        double right = 0.55 + (method.equals("crp") ? 0.3 : 0) + 0.02 * (person % 6);
        for (int i = 0; i < 6; i++) {
          boolean truth = i % 2 == 0;
          boolean yes = truth == random.nextDouble() < right;
          csv.append(
              "birds-within,1,p%d,%s,%d,s%d,%s,%s,%s,%d,%d,%d,yes,link\n"
                  .formatted(
                      person,
                      method,
                      ++trial,
                      (trial + person) % 20,
                      truth ? "artefact" : "clean",
                      truth ? "yes" : "no",
                      yes ? "yes" : "no",
                      random.nextInt(10),
                      random.nextInt(10),
                      3000 + random.nextInt(4000)));
        }
      }
    }
    Responses responses =
        ResponsesFile.read(
            new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)),
            "responses.csv",
            study.design().subjects());
    add("within", responses, plans.of(study), Background.NONE);
  }

  private void artefactUse(Path scratch) throws IOException {
    MadeUpArchive archive = new MadeUpArchive(scratch);
    archive.files.put("stimuli/a.png", png());
    try (StudyMaterial material = StudyMaterial.open(archive.zip(scratch.resolve("archive.zip")))) {
      add(
          "artefact-use",
          material.responses(ProgressListener.SILENT),
          plans.of(material.study().study()),
          new Background(material.arrivals(), material.manifest(), material::picture));
    }
  }

  /** Some told apart for certain, some by chance, some who always say yes. */
  private void correctness() {
    StringBuilder csv =
        new StringBuilder(
            "study,version,participant,method,trial,stimulus,model,truth,answer,confidence,clarity,response_time_ms,completed,source,answered_at\n");
    SplittableRandom random = new SplittableRandom(7);
    Study study = study("birds-correctness");
    int method = 0;
    for (var one : study.methods()) {
      for (int person = 0; person < 14; person++) {
        for (int trial = 1; trial <= 12; trial++) {
          boolean truth = trial % 2 == 0;
          boolean right = random.nextDouble() < (method == 0 ? 0.97 : 0.45 + 0.1 * method);
          csv.append(
              "birds-correctness,1,%s-%d,%s,%d,s%d,single,%s,%s,%d,%d,%d,yes,link,2026-02-0%dT10:00:00Z\n"
                  .formatted(
                      one.id(),
                      person,
                      one.id(),
                      trial,
                      trial,
                      truth ? "yes" : "no",
                      truth == right ? "yes" : "no",
                      random.nextInt(10),
                      random.nextInt(10),
                      1500 + random.nextInt(9000),
                      1 + trial % 3));
        }
      }
      method++;
    }
    add("correctness", read(csv.toString()), plans.of(study), Background.NONE);
  }

  private void distinction() throws IOException {
    byte[] png = png();
    Background background =
        new Background(Optional.empty(), Optional.of(chosen()), name -> Optional.of(png));
    add(
        "distinction",
        read(ChosenPlaces.responsesWithSomebodyStraight()),
        plans.of(ChosenPlaces.study()),
        background);
  }

  private void forwardSimulation() {
    Study study = study("birds-forward-simulation");
    List<String> classes = study.options();
    StringBuilder csv =
        new StringBuilder(
            "trial,stimulus,participant,method,truth,answer,confidence,response_time_ms\n");
    SplittableRandom random = new SplittableRandom(3);
    int method = 0;
    for (var one : study.methods()) {
      for (int person = 0; person < 6; person++) {
        for (int trial = 1; trial <= 12; trial++) {
          String right = classes.get(trial % 4);
          boolean knows = random.nextDouble() < 0.2 * (1 + method);
          csv.append(
              "%d,s%d,%s%d,%s,%s,%s,%d,%d\n"
                  .formatted(
                      trial,
                      trial,
                      one.id(),
                      person,
                      one.id(),
                      right,
                      knows ? right : classes.get(random.nextInt(4)),
                      random.nextInt(10),
                      2000 + random.nextInt(5000)));
        }
      }
      method++;
    }
    add("forward-simulation", read(csv.toString()), plans.of(study), Background.NONE);
  }

  private void recommendation() {
    Study study = study("birds-recommendation");
    StringBuilder csv =
        new StringBuilder(
            "trial,stimulus,participant,method,model,truth,answer,correct,confidence,clarity,response_time_ms\n");
    SplittableRandom random = new SplittableRandom(5);
    int method = 0;
    for (var one : study.methods()) {
      for (int person = 0; person < 11; person++) {
        for (int trial = 1; trial <= 10; trial++) {
          boolean artefact = trial % 2 == 0;
          int points = 1 + random.nextInt(3) + (artefact ? 0 : Math.min(method, 2));
          csv.append(
              "%d,s%d,%s%d,%s,%s,,%d,,%d,%s,%d\n"
                  .formatted(
                      trial,
                      trial,
                      one.id(),
                      person,
                      one.id(),
                      artefact ? "artefact" : "clean",
                      points,
                      random.nextInt(10),
                      one.id().equals("none") ? "" : String.valueOf(random.nextInt(10)),
                      2000 + random.nextInt(5000)));
        }
      }
      method++;
    }
    add("recommendation", read(csv.toString()), plans.of(study), Background.NONE);
  }

  /** When the plan was written, and looks before the end. */
  private void dates() {
    Responses responses = Simulated.study(4, 12, 12);
    Plan plan = planned(responses);
    dated(
        "late",
        responses,
        plan,
        new PlanDates(FRIDAY, Optional.of(MONDAY), Optional.empty(), false));
    dated(
        "before",
        responses,
        plan,
        new PlanDates(MONDAY, Optional.of(FRIDAY), Optional.empty(), false));
    dated(
        "changed",
        responses,
        plan,
        new PlanDates(MONDAY, Optional.of(MONDAY), Optional.of(FRIDAY), false));
    dated(
        "pilot", responses, plan, new PlanDates(MONDAY, Optional.empty(), Optional.empty(), true));
    for (List<Integer> looks :
        List.of(List.of(12), List.of(25), List.of(25, 30), List.of(8, 12, 20))) {
      String rule = looks.size() > 2 ? "42." : "";
      add("looks-" + looks, responses, looking(plan, new Looks(rule, looks)), Background.NONE);
    }
  }

  private void dated(String name, Responses responses, Plan plan, PlanDates dates) {
    add(name, responses, plan.dated(dates), Background.NONE);
  }

  private void awkward() {
    one("single-method", Simulated.study(1, 4));
    one("nobody-to-spread", Simulated.study(1, 1, 4));
    one("many", Simulated.study(2, 40, 41, 42));
    Responses few = Simulated.study(1, 5, 5, 5);
    List<Participant> people = new ArrayList<>(few.participants());
    people.set(0, changed(people.get(0), true, "failed attention checks", Source.PROLIFIC, 0));
    people.set(1, changed(people.get(1), true, "42", Source.PROLIFIC, 0));
    people.set(2, changed(people.get(2), false, "", Source.PROLIFIC, 0));
    people.set(3, changed(people.get(3), true, "", Source.PREVIEW, 0));
    one("excluded", new Responses("", "", people));
    one("simulated", all(few, Source.SIMULATED, 0));
    one("reference-lacks-clarity", unclear(few));
    List<Participant> alike = new ArrayList<>(few.participants());
    alike.replaceAll(person -> person.method().equals("m1") ? right(person) : person);
    one("separated", new Responses("", "", alike));
    Plan plan = plans.comparingWith("m0", few);
    Eligibility fast =
        Eligibility.by(List.of(ExclusionRule.tooFast(502), ExclusionRule.STRAIGHT_LINING));
    add("rules", few, with(plan, fast), Background.NONE);
    List<Participant> unfinished = new ArrayList<>(few.participants());
    unfinished.replaceAll(
        person ->
            person.method().equals("m0") ? changed(person, false, "", Source.LINK, 0) : person);
    one("no-reference", new Responses("", "", unfinished));
    add("no-rules", few, with(plan, Eligibility.by(List.of())), Background.NONE);
  }

  private void versions() {
    List<Participant> people = new ArrayList<>();
    Simulated.study(1, 4, 4)
        .participants()
        .forEach(p -> people.add(renamed(changed(p, true, "", Source.LINK, 1), "first")));
    Simulated.study(2, 3, 3)
        .participants()
        .forEach(p -> people.add(changed(p, true, "", Source.LINK, 2)));
    Responses study = new Responses("birds-correctness", "01234567890123456789", people);
    Plan plan = plans.comparingWith("m0", study);
    add("newest-version", study, plan, Background.NONE);
    add("all-versions", study, plan.over(VersionSelection.ALL), Background.NONE);
  }

  private void power(Path scratch) throws IOException {
    String arms = "\n  power:\n    dPrime: {%s}\n    spread: 0.5\n";
    power(study("border-artefact"), Decision.MEANS);
    power(study("border-artefact"), Decision.MODEL);
    power(study("birds-within"), Decision.MEANS);
    power(
        planning("birds-distinction", arms.formatted("crp: 2.3, lrp: 0.5, gradcam: 1.1"), scratch),
        Decision.MEANS);
    String four = arms.formatted("none: 0.2, crp: 2.3, lrp: 0.5, gradcam: 1.1");
    power(planning("birds-recommendation", four, scratch), Decision.MEANS);
    power(planning("border-artefact", "    stimulusSpread: 0.4\n", scratch), Decision.MEANS);
  }

  private void power(Study study, Decision decision) {
    PowerAnalysis analysis = new PowerAnalysis(Design.of(study), decision, 4, 1);
    PowerReport report =
        new PowerReport(
            plans.of(study).wording(),
            analysis,
            analysis.curve(List.of(6, 8), ProgressListener.SILENT));
    Map<String, OptionalInt> needed = new LinkedHashMap<>();
    study.methods().forEach(method -> needed.put(method.id(), OptionalInt.empty()));
    String name = "power-%s-%s-%d".formatted(study.id(), decision, pages.size());
    pages.put(name, report.html(needed) + report.figure().file());
    terminal(name, report.printed(needed));
  }

  /** What is printed, in a page of its own: a terminal has no wide spaces and no minus. */
  private void terminal(String name, List<String> lines) {
    pages.put(name + TERMINAL, String.join("\n", lines).replace("<", "&lt;"));
  }

  private static Study planning(String id, String power, Path scratch) throws IOException {
    String text = Files.readString(Shared.root().resolve("studies/" + id + "/study.yaml"));
    return StudyFile.read(Files.writeString(scratch.resolve("study.yaml"), text + power)).study();
  }

  private void replication() {
    Responses one = Simulated.study(1, 6, 6, 6);
    Plan plan = plans.comparingWith("m0", one);
    Replication replication = Replication.of(one, Simulated.study(2, 8, 8, 8), plan);
    pages.put("replication", ReplicationReport.html(replication, plan, "1", "2", List.of()));
    terminal("replication", ReplicationReport.lines(replication, plan));
  }

  private void one(String name, Responses responses) {
    add(name, responses, plans.comparingWith("m0", responses), Background.NONE);
  }

  private static Responses all(Responses responses, Source source, int version) {
    return new Responses(
        "",
        "",
        responses.participants().stream().map(p -> changed(p, true, "", source, version)).toList());
  }

  private static Responses unclear(Responses responses) {
    return new Responses(
        "",
        "",
        responses.participants().stream()
            .map(
                person ->
                    person.method().equals("m0") ? answering(person, EveryKind::unclear) : person)
            .toList());
  }

  private static Answer unclear(Answer a) {
    return new Answer(
        a.stimulus(),
        a.trial(),
        a.truth(),
        a.answer(),
        a.confidence(),
        Answer.NOT_ASKED,
        a.responseTime());
  }

  private static Participant right(Participant person) {
    return answering(
        person,
        a ->
            new Answer(
                a.stimulus(),
                a.trial(),
                a.truth(),
                a.truth(),
                a.confidence(),
                a.clarity(),
                a.responseTime()));
  }

  private static Participant answering(Participant p, UnaryOperator<Answer> change) {
    return new Participant(
        p.id(),
        p.method(),
        p.answers().stream().map(change).toList(),
        p.completed(),
        p.excluded(),
        p.source(),
        p.version());
  }

  private static Participant changed(
      Participant p, boolean completed, String excluded, Source source, int version) {
    return new Participant(p.id(), p.method(), p.answers(), completed, excluded, source, version);
  }

  private static Participant renamed(Participant p, String before) {
    return new Participant(
        before + p.id(),
        p.method(),
        p.answers(),
        p.completed(),
        p.excluded(),
        p.source(),
        p.version());
  }

  private Plan planned(Responses responses) {
    Plan plan = plans.comparingWith("m0", responses);
    return new Plan(
        plan.wording(),
        plan.methods(),
        plan.inference(),
        plan.eligibility(),
        plan.resampling(),
        Optional.of(new Looks("", List.of(12))),
        Optional.empty(),
        true);
  }

  private static Plan looking(Plan plan, Looks looks) {
    return new Plan(
        plan.wording(),
        plan.methods(),
        plan.inference(),
        plan.eligibility(),
        plan.resampling(),
        Optional.of(looks),
        plan.dates(),
        plan.preregistered());
  }

  private static Plan with(Plan plan, Eligibility who) {
    return new Plan(
        plan.wording(),
        plan.methods(),
        plan.inference(),
        who,
        plan.resampling(),
        plan.looks(),
        plan.dates(),
        plan.preregistered());
  }

  private static Study study(String id) {
    return StudyFile.read(Shared.root().resolve("studies/" + id)).study();
  }

  private static Responses read(String csv) {
    return ResponsesFile.read(
        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "responses.csv");
  }

  private static byte[] png() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  private static Manifest chosen() {
    return new Manifest(
        Manifest.FORMAT,
        "birds-distinction",
        "",
        Optional.empty(),
        "0.1.0",
        2023,
        Map.of("x", Text.of("x"), "y", Text.of("y")),
        Optional.empty(),
        Optional.empty(),
        Map.of(
            "gradcam",
            new Manifest.MethodFacts(
                Manifest.Look.HEATMAP,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Manifest.ColourGuesser(30, 4, 0.54, 0.07)))),
        IntStream.rangeClosed(1, 4).mapToObj(EveryKind::stimulus).toList(),
        Map.of());
  }

  private static Manifest.Stimulus stimulus(int number) {
    var panel =
        new Manifest.Panel(OptionalDouble.empty(), List.of(new Manifest.Picture("shown.png")));
    var explanation = new Manifest.Explanation(List.of(panel));
    return new Manifest.Stimulus(
        "s" + number,
        Manifest.Use.TRIAL,
        "test/" + number,
        number % 2 == 0 ? "x" : "y",
        "x",
        Manifest.Model.SINGLE,
        number % 2 == 0,
        "original.png",
        Map.of("crp", explanation),
        Map.of("y", Map.of("crp", explanation)));
  }
}
