package org.xaistudy.studies;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.xaistudy.studies.document.Document;
import org.xaistudy.studies.document.Problem;

/** Whether the parts of a study fit each other, which a schema cannot express. */
final class Consistency {
  private static final int LARGEST_TRAINED = 224;
  private static final String WAYS_OF_PAIRS =
      "either architecture and training, or start and training, or artefact and clean";
  private static final String WAYS_OF_ONE =
      "either architecture and training, or start and training, or model";

  /** A form of so many characters of three bytes each stays below the server's 64 KiB. */
  private static final int LONGEST_TOGETHER = 6000;

  private static final String NOT_ASKED = "is not among the questions of this study";

  private final Study study;
  private final Document document;
  private final List<Problem> problems = new ArrayList<>();

  Consistency(Study study, Document document) {
    this.study = study;
    this.document = document;
  }

  /** Everything that is wrong. */
  List<Problem> problems() {
    taskHasItsParts();
    questionsFitTheTask();
    gradesFit();
    measureIsAsked();
    artefactIsWhole();
    modelsFit();
    signalsMeetSignals();
    methodsDiffer();
    referenceIsAMethod();
    enoughSamples();
    effectsOfMethods();
    allocationFits();
    eachJudgesWithAll();
    looksLeadToTheEnd();
    questionsHaveOneRightAnswer();
    furtherQuestionsFit();
    questionnaireFits();
    checksMayFail();
    problems.addAll(new Translations(study, document).problems());
    return problems;
  }

  /** What only some tasks need is there for these, and for no others. */
  private void taskHasItsParts() {
    boolean pair = study.task().comparesModels();
    needed("/artefact", study.artefact().isPresent(), pair, "what is planted");
    needed(
        "/design/trialsPerModel",
        study.design().trialsPerModel().isPresent(),
        pair,
        "images per person and model");
    needed(
        "/design/trials",
        study.design().trials().isPresent(),
        study.task() == Task.CORRECTNESS || study.task() == Task.DISTINCTION,
        "images per person, by the outcome of the prediction: right and wrong");
    candidatesFit();
    trainingFits();
    if (!pair && study.design().split() == Study.Split.DRAWN) {
      problems.add(document.problem("/design/split", "expected exact in the task " + task()));
    }
    Models.Truth truth = study.models().truth();
    if (!study.models().equals(Models.NONE)) {
      String at = "/models/truth/";
      needed(
          at + "minArtefactUse", truth.minArtefactUse().isPresent(), pair, "least use of artefact");
      needed(at + "maxCleanUse", truth.maxCleanUse().isPresent(), pair, "most in the clean model");
      if (!pair && truth.minAccuracyWithout().isPresent()) {
        needed(at + "minAccuracyWithout", true, false, "");
      }
    }
  }

  /** Whoever chooses one of several explanations sees some. */
  private void candidatesFit() {
    boolean chosen = study.task().key() == Task.Key.CANDIDATE;
    needed(
        "/design/candidates",
        study.design().candidates().isPresent(),
        chosen,
        "how many explanations people choose from");
    for (int i = 0; chosen && i < study.methods().size(); i++) {
      if (study.methods().get(i) instanceof Method.None) {
        problems.add(
            document.problem(
                "/methods/" + i,
                "leave it out: who sees no explanations has nothing to choose from in the task "
                    + task()
                    + "; its results are compared with chance"));
      }
    }
  }

  /** Whoever says what a model will say learns from explained predictions before. */
  private void trainingFits() {
    Study.Design design = study.design();
    boolean trains = study.task().trains();
    needed("/design/classes", !design.classes().isEmpty(), trains, "what people choose from");
    needed(
        "/design/trialsPerClass",
        design.trialsPerClass().isPresent(),
        trains,
        "images per person and class that is predicted");
    needed(
        "/design/training", design.training().isPresent(), trains, "what people learn from before");
    if (!trains) {
      return;
    }
    for (int i = 0; i < design.classes().size(); i++) {
      if (Set.of(Task.YES, Task.NO).contains(design.classes().get(i))) {
        problems.add(
            document.problem(
                "/design/classes/" + i,
                "expected another name than yes or no, which stand for answers of other tasks"));
      }
    }
    if (design.practiceTrials() > 0) {
      problems.add(
          document.problem(
              "/design/practiceTrials",
              "expected 0, as the task forward-simulation has a training instead; found "
                  + design.practiceTrials()));
    }
    if (design.sessions() > design.count()) {
      problems.add(
          document.problem(
              "/design/training/sessions",
              "expected at most one session a trial, %d; found %d"
                  .formatted(design.count(), design.sessions())));
    }
  }

  /** Nobody is asked about an explanation that is not there. */
  private void questionsFitTheTask() {
    if (study.task().trains() && study.questions().clarity().isPresent()) {
      problems.add(
          document.problem(
              "/questions/clarity",
              "leave it out: in the task forward-simulation pictures are judged without"
                  + " explanations"));
    }
  }

  /** A decision of four says how sure people are, so that they are not asked again. */
  private void gradesFit() {
    if (!study.questions().graded()) {
      return;
    }
    if (study.task().key() != Task.Key.TRUTH) {
      problems.add(
          document.problem(
              "/questions/graded",
              "leave it out: the answers of the task " + task() + " are no yes and no"));
    }
    if (study.questions().confidence().isPresent()) {
      problems.add(
          document.problem(
              "/questions/confidence",
              "leave it out: with graded: true the decision says how sure people are"));
    }
    study
        .analysis()
        .equivalence()
        .flatMap(EquivalenceMargins::confidence)
        .filter(margin -> margin > Grade.SURE)
        .ifPresent(
            margin ->
                problems.add(
                    document.problem(
                        "/analysis/equivalence/confidence",
                        "expected at most 1, as with graded: true confidence is 0 or 1; found "
                            + margin)));
  }

  /** What the main test compares is asked, of those who see the reference too. */
  private void measureIsAsked() {
    boolean scored = study.task().key() != Task.Key.NONE;
    Study.Questions asked = study.questions();
    switch (study.analysis().measure().orElse(scored ? "correct" : "preference")) {
      case "correct" ->
          measure(scored, "expected preference: no answer is right in the task " + task());
      case "preference" ->
          measure(!scored, "expected correct, confidence or clarity in the task " + task());
      case "confidence" -> measure(asked.confidence().isPresent(), NOT_ASKED);
      default -> {
        measure(asked.clarity().isPresent(), NOT_ASKED);
        measure(
            asked.clarity().isEmpty() || referenceExplains(),
            "nobody is asked about the clarity of nothing, with the reference '%s' in this study"
                .formatted(study.analysis().reference()));
      }
    }
  }

  private void measure(boolean fits, String wrong) {
    if (!fits) {
      problems.add(document.problem("/analysis/measure", wrong));
    }
  }

  private String task() {
    return study.task().written();
  }

  /** Also where there is no such method, which is said elsewhere. */
  private boolean referenceExplains() {
    return study.methods().stream()
        .noneMatch(
            method ->
                method.id().equals(study.analysis().reference()) && method instanceof Method.None);
  }

  private void needed(String pointer, boolean there, boolean wanted, String meaning) {
    if (there == wanted) {
      return;
    }
    int cut = pointer.lastIndexOf('/');
    problems.add(
        wanted
            ? document.problem(
                pointer.substring(0, cut),
                "the key '%s' is missing here (%s), which the task %s needs"
                    .formatted(pointer.substring(cut + 1), meaning, task()))
            : document.problem(pointer, "leave it out: the task %s has none".formatted(task())));
  }

  private void artefactIsWhole() {
    if (study.artefact().orElse(null) instanceof Artefact.Patch patch
        && patch.colour().isPresent() == patch.picture().isPresent()) {
      problems.add(document.problem("/artefact/patch", "expected either a colour or a picture"));
    }
  }

  /** Either both models are trained, or both are loaded. */
  private void modelsFit() {
    Models models = study.models();
    if (study.dataset() instanceof DataSet.Given) {
      picturesAreGiven();
      return;
    }
    if (models.equals(Models.NONE)) {
      problems.add(
          document.problem(
              "",
              "the key 'models' is missing here (the two models, or the one, and what must be"
                  + " true of them)"));
      return;
    }
    if (models.loaded()) {
      absent("architecture", models.architecture().isPresent());
      absent("start", models.start().isPresent());
      absent("training", models.training().isPresent());
      boolean pair = study.task().comparesModels();
      if (pair) {
        present("artefact", models.artefact().isPresent());
        present("clean", models.clean().isPresent());
        absent("model", models.model().isPresent());
      } else {
        absent("artefact", models.artefact().isPresent());
        absent("clean", models.clean().isPresent());
        present("model", models.model().isPresent());
      }
    } else {
      absent("architecture", models.architecture().isPresent() && models.start().isPresent());
      present("architecture", models.architecture().isPresent() || models.start().isPresent());
      present("training", models.training().isPresent());
    }
    boolean images = !(study.dataset() instanceof DataSet.Signals);
    if (images && models.architecture().isPresent() && study.dataset().size() > LARGEST_TRAINED) {
      problems.add(
          document.problem(
              "/dataset",
              "expected a size of at most "
                  + LARGEST_TRAINED
                  + " for models that are trained here, found "
                  + study.dataset().size()));
    }
    models
        .input()
        .flatMap(Models.Input::size)
        .filter(size -> size != study.dataset().size())
        .ifPresent(
            size ->
                problems.add(
                    document.problem(
                        "/models/input/size",
                        "expected the size of the data set's images, "
                            + study.dataset().size()
                            + "; found "
                            + size)));
  }

  /** What is made for signals goes with signals alone, and the reverse. */
  private void signalsMeetSignals() {
    boolean signals = study.dataset() instanceof DataSet.Signals;
    Artefact artefact = study.artefact().orElse(null);
    boolean hums = artefact instanceof Artefact.Hum;
    if (signals && artefact != null && !hums) {
      problems.add(
          document.problem(
              "/artefact/" + artefact.kind(), "expected hum, as the data set is one of signals"));
    } else if (!signals && hums && !(study.dataset() instanceof DataSet.Given)) {
      problems.add(
          document.problem(
              "/artefact/hum",
              "goes with signals only; expected border, patch, watermark, tag or tint"));
    }
    if (artefact instanceof Artefact.Hum hum && hum.from().orElse(0.0) >= hum.to().orElse(1.0)) {
      problems.add(document.problem("/artefact/hum", "expected from to be less than to"));
    }
    study
        .models()
        .architecture()
        .filter(one -> signals != (one == Models.Architecture.CONV1D_COMPACT))
        .ifPresent(
            one ->
                problems.add(
                    document.problem(
                        "/models/architecture",
                        signals
                            ? "expected conv1d-compact, as the data set is one of signals"
                            : "conv1d-compact is for signals; expected vgg-compact or"
                                + " resnet-compact")));
    if (signals && study.models().input().isPresent()) {
      problems.add(
          document.problem("/models/input", "signals reach the models as they are; leave it out"));
    }
  }

  /** Pictures made elsewhere need no models, and have no methods that explain one. */
  private void picturesAreGiven() {
    if (!study.models().equals(Models.NONE)) {
      problems.add(document.problem("/models", "pictures made elsewhere need no models"));
    }
    for (int i = 0; i < study.methods().size(); i++) {
      Method method = study.methods().get(i);
      if (!(method instanceof Method.Given || method instanceof Method.None)) {
        problems.add(
            document.problem(
                "/methods/" + i, "expected given or none, as the pictures were made elsewhere"));
      }
    }
  }

  private String ways() {
    return study.task().comparesModels() ? WAYS_OF_PAIRS : WAYS_OF_ONE;
  }

  private void present(String key, boolean there) {
    if (!there) {
      problems.add(
          document.problem("/models", "the key '" + key + "' is missing here; expected " + ways()));
    }
  }

  private void absent(String key, boolean there) {
    if (there) {
      problems.add(
          document.problem(
              "/models/" + key, "does not go with the other keys; expected " + ways()));
    }
  }

  private void referenceIsAMethod() {
    if (study.methods().stream().noneMatch(m -> m.id().equals(study.analysis().reference()))) {
      problems.add(
          document.problem(
              "/analysis/reference",
              "expected the id of a method ("
                  + String.join(", ", study.methods().stream().map(Method::id).toList())
                  + "), found '"
                  + study.analysis().reference()
                  + "'"));
    }
  }

  private void enoughSamples() {
    int needed = study.trialsPerPerson();
    if (study.design().samples() < needed) {
      String sum =
          switch (study.task()) {
            case ARTEFACT_USE, RECOMMENDATION -> "twice trialsPerModel, ";
            case CORRECTNESS, DISTINCTION -> "right and wrong trials together, ";
            case FORWARD_SIMULATION -> "trialsPerClass for each of classes, ";
          };
      problems.add(
          document.problem(
              "/design/samples",
              "expected at least "
                  + (study.isWithin() ? "with each method, " : "")
                  + sum
                  + needed
                  + ", so that nobody sees an image twice; found "
                  + study.design().samples()));
    }
  }

  private void methodsDiffer() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < study.methods().size(); i++) {
      String id = study.methods().get(i).id();
      if (!seen.add(id)) {
        problems.add(
            document.problem(
                "/methods/" + i, "a second method called '" + id + "'; give it an id of its own"));
      }
    }
  }

  private void effectsOfMethods() {
    Set<String> expected = new TreeSet<>(study.methods().stream().map(Method::id).toList());
    study
        .analysis()
        .power()
        .filter(power -> !power.dPrime().keySet().equals(expected))
        .ifPresent(
            power ->
                problems.add(
                    document.problem(
                        "/analysis/power/dPrime",
                        "expected one number for each method (%s), found %s"
                            .formatted(
                                String.join(", ", expected),
                                String.join(", ", new TreeSet<>(power.dPrime().keySet()))))));
  }

  private void allocationFits() {
    List<String> methods = study.methods().stream().map(Method::id).toList();
    for (String method : new TreeSet<>(study.design().allocation().keySet())) {
      if (!methods.contains(method)) {
        problems.add(
            document.problem(
                "/design/allocation/" + method,
                "expected the id of a method (%s)".formatted(String.join(", ", methods))));
      }
    }
    boolean looks = study.analysis().stopping().flatMap(Stopping::looks).isPresent();
    if (looks && !study.design().allocation().isEmpty()) {
      problems.add(
          document.problem(
              "/analysis/stopping/looks", "looks are planned for arms of equal size only"));
    }
  }

  /** What a person has seen with one method is there when the next one comes. */
  private void eachJudgesWithAll() {
    if (!study.isWithin()) {
      return;
    }
    String at = "/design/subjects";
    if (study.methods().size() < 2) {
      problems.add(
          document.problem(at, "expected between: with one method there is nothing to compare"));
    }
    if (study.task().trains()) {
      problems.add(
          document.problem(
              at,
              "expected between: what people learned of a model with one method they know with the"
                  + " next, in the task "
                  + task()));
    }
    if (!study.design().allocation().isEmpty()) {
      problems.add(
          document.problem(
              "/design/allocation",
              "leave it out: within subjects, everybody judges with all methods"));
    }
    if (study.analysis().stopping().flatMap(Stopping::looks).isPresent()) {
      problems.add(
          document.problem(
              "/analysis/stopping/looks", "looks are planned for designs between subjects only"));
    }
  }

  private void looksLeadToTheEnd() {
    List<Integer> looks = study.analysis().stopping().flatMap(Stopping::looks).orElse(List.of());
    int all = study.design().participantsPerArm();
    for (int i = 0; i < looks.size(); i++) {
      boolean last = i == looks.size() - 1;
      if (last ? looks.get(i) != all : looks.get(i) >= looks.get(i + 1)) {
        problems.add(
            document.problem(
                "/analysis/stopping/looks/" + i,
                "expected %s, found %d"
                    .formatted(
                        last
                            ? "the whole study at the last look, participantsPerArm " + all
                            : "fewer than at the next look, " + looks.get(i + 1),
                        looks.get(i))));
      }
    }
  }

  private void checksMayFail() {
    study
        .attention()
        .filter(attention -> attention.mayFail() >= attention.checks())
        .ifPresent(
            attention ->
                problems.add(
                    document.problem(
                        "/attention/mayFail",
                        "expected less than checks, %d, or nobody can fail; found %d"
                            .formatted(attention.checks(), attention.mayFail()))));
  }

  private void questionsHaveOneRightAnswer() {
    List<Comprehension.Question> questions =
        study.comprehension().map(Comprehension::questions).orElse(List.of());
    for (int i = 0; i < questions.size(); i++) {
      long right =
          questions.get(i).answers().stream().filter(Comprehension.Answer::correct).count();
      if (right != 1) {
        problems.add(
            document.problem(
                "/comprehension/questions/" + i + "/answers",
                "expected exactly one answer with correct: true, found " + right));
      }
    }
  }

  /** Ids are unique over both files, so that a column's name says which question it is. */
  private void furtherQuestionsFit() {
    List<FurtherQuestion> further = study.questions().further();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < further.size(); i++) {
      FurtherQuestion item = further.get(i);
      String at = "/questions/further/" + i;
      unlikeThoseBefore(seen, item.id(), at);
      answersFit(item.answer(), at);
      if (item.explained() && study.task().trains()) {
        problems.add(
            document.problem(
                at + "/explained",
                "leave it out: in the task forward-simulation pictures are judged without"
                    + " explanations"));
      }
    }
    int longest =
        further.stream()
            .map(FurtherQuestion::answer)
            .filter(Questionnaire.FreeText.class::isInstance)
            .mapToInt(answer -> ((Questionnaire.FreeText) answer).longest())
            .sum();
    if (longest > LONGEST_TOGETHER) {
      problems.add(
          document.problem(
              "/questions/further",
              "expected texts of at most %,d characters together, so that a server takes them in any script; found %,d"
                  .formatted(LONGEST_TOGETHER, longest)));
    }
    for (int i = 0; i < study.questionnaire().size(); i++) {
      unlikeThoseBefore(seen, study.questionnaire().get(i).id(), "/questionnaire/" + i);
    }
  }

  private void unlikeThoseBefore(Set<String> seen, String id, String at) {
    if (!seen.add(id)) {
      problems.add(document.problem(at + "/id", "a second question called '" + id + "'"));
    }
  }

  private void questionnaireFits() {
    for (int i = 0; i < study.questionnaire().size(); i++) {
      answersFit(study.questionnaire().get(i).answer(), "/questionnaire/" + i);
    }
  }

  private void answersFit(Questionnaire.Kind answer, String question) {
    String at = question + "/answer/";
    if (answer instanceof Questionnaire.WholeNumber range && range.min() > range.max()) {
      problems.add(
          document.problem(
              at + "number/max",
              "expected at least min, " + range.min() + "; found " + range.max()));
    }
    if (answer instanceof Questionnaire.Scale scale) {
      long points = (long) scale.max() - scale.min() + 1;
      if (points < Questionnaire.Scale.FEWEST || points > Questionnaire.Scale.MOST) {
        problems.add(
            document.problem(
                at + "scale/max",
                "expected %d to %d points, from %d to %d with this min; found %d"
                    .formatted(
                        Questionnaire.Scale.FEWEST,
                        Questionnaire.Scale.MOST,
                        scale.min() + Questionnaire.Scale.FEWEST - 1,
                        scale.min() + Questionnaire.Scale.MOST - 1,
                        scale.max())));
      }
    }
    if (answer instanceof Questionnaire.Choice choice) {
      optionsDiffer(choice, at + "choice/");
    }
  }

  private void optionsDiffer(Questionnaire.Choice choice, String at) {
    if (choice.options().isEmpty() == choice.classes().isEmpty()) {
      problems.add(
          document.problem(at.substring(0, at.length() - 1), "expected either options or classes"));
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < choice.options().size(); i++) {
      String value = choice.options().get(i).value();
      if (!seen.add(value)) {
        problems.add(
            document.problem(
                at + "options/" + i + "/value",
                "a second option '" + value + "' of this question"));
      }
    }
  }
}
