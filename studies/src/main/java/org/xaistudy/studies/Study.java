package org.xaistudy.studies;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Everything one study is: what {@code study.yaml} says.
 *
 * @param format version of the file format; {@value #FORMAT}
 * @param id the study's name in links and files
 * @param title what participants read as its name
 * @param languages the languages it is offered in, the first being the default
 * @param seed of everything that is drawn by chance
 * @param dataset where the images come from
 * @param task what people are asked; {@code ARTEFACT_USE} if not given
 * @param artefact what is planted; empty in tasks without
 * @param words sentences that participants read instead of the task's own, by their name
 * @param models the two models, or the one
 * @param methods the kinds of explanation, one arm each, at least one
 * @param design how many see what
 * @param questions what is asked about each image
 * @param consent what participants agree to
 * @param retention how long things are kept; for good if empty
 * @param device the least window in which the study can be seen
 * @param comprehension questions about the instructions
 * @param attention checks among the trials
 * @param questionnaire what is asked before the first trial and after the last
 * @param debrief what participants read after the last answer; paragraphs, separated by empty lines
 * @param recruitment where participants come from; the open link if not given
 * @param excludeParticipantsOf ids of earlier studies whose participants may not take part
 * @param flagSameDevice whether those who seem to come from one device are pointed out to the
 *     researcher; nobody is refused for it. People read at the consent that it is so
 * @param analysis how the answers are compared
 */
public record Study(
    int format,
    String id,
    Text title,
    List<String> languages,
    long seed,
    DataSet dataset,
    Task task,
    Optional<Artefact> artefact,
    Map<String, Text> words,
    Models models,
    List<Method> methods,
    Design design,
    Questions questions,
    Consent consent,
    Optional<Retention> retention,
    Optional<Device> device,
    Optional<Comprehension> comprehension,
    Optional<Attention> attention,
    List<Questionnaire> questionnaire,
    Optional<Text> debrief,
    List<Recruitment> recruitment,
    List<String> excludeParticipantsOf,
    Boolean flagSameDevice,
    Analysis analysis) {
  /** The version of {@code study.yaml} that this code reads. */
  public static final int FORMAT = 1;

  /** From {@code 1}, definitely not, to {@code 5}, definitely. */
  private static final List<String> RATINGS = List.of("1", "2", "3", "4", "5");

  /** The places of explanations to choose from; so many fit on a page. */
  private static final List<String> PLACES = List.of("a", "b", "c", "d", "e", "f");

  /** A picture with its explanation and questions, unhurried. */
  private static final int SECONDS_A_TRIAL = 25;

  private static final int SECONDS_MORE = 5;
  private static final int SECONDS_IN_WORDS = 15;

  /** Copies the lists, and fills in those that may be left out. */
  public Study {
    languages = List.copyOf(languages);
    task = task == null ? Task.ARTEFACT_USE : task;
    artefact = artefact == null ? Optional.empty() : artefact;
    words = words == null ? Map.of() : Map.copyOf(words);
    models = models == null ? Models.NONE : models;
    methods = List.copyOf(methods);
    retention = retention == null ? Optional.empty() : retention;
    device = device == null ? Optional.empty() : device;
    comprehension = comprehension == null ? Optional.empty() : comprehension;
    attention = attention == null ? Optional.empty() : attention;
    questionnaire = questionnaire == null ? List.of() : List.copyOf(questionnaire);
    debrief = debrief == null ? Optional.empty() : debrief;
    recruitment = recruitment == null ? List.of(new Recruitment.Link()) : List.copyOf(recruitment);
    excludeParticipantsOf =
        excludeParticipantsOf == null ? List.of() : List.copyOf(excludeParticipantsOf);
    flagSameDevice = Boolean.TRUE.equals(flagSameDevice);
  }

  /**
   * How many minutes a person needs, as people are told beforehand: two for consent and
   * instructions, a half for those of each further method, one for questions about them, one for a
   * questionnaire, and 25 seconds for each page of trials, with further questions 5 more for each,
   * and 15 for one in words.
   */
  public int expectedMinutes() {
    int pages =
        methodsPerPerson() * (design.practiceTrials() + design.count())
            + design.trainingTrials()
            + attention.map(Attention::checks).orElse(0);
    double around =
        2.0
            + 0.5 * (methodsPerPerson() - 1)
            + (comprehension.isPresent() ? 1 : 0)
            + (questionnaire.isEmpty() ? 0 : 1);
    return (int) Math.ceil(around + pages * (SECONDS_A_TRIAL + furtherSeconds()) / 60.0);
  }

  private int furtherSeconds() {
    return questions.further().stream()
        .mapToInt(
            question ->
                question.answer() instanceof Questionnaire.FreeText
                    ? SECONDS_IN_WORDS
                    : SECONDS_MORE)
        .sum();
  }

  /**
   * Replies that the questionnaire takes, for whoever goes through a study unasked.
   *
   * @param words for free text, where it must be answered
   */
  public Map<String, String> someReplies(String words) {
    Map<String, String> replies = new HashMap<>();
    for (Questionnaire item : questionnaire) {
      if (item.required() || !(item.answer() instanceof Questionnaire.FreeText)) {
        replies.put(item.id(), item.answer().some(words));
      }
    }
    return replies;
  }

  /**
   * What can be answered about a picture, as it is stored: yes and no, the names of classes, the
   * places of explanations, or the points of a scale.
   */
  public List<String> options() {
    return switch (task.key()) {
      case TRUTH -> List.of(Task.YES, Task.NO);
      case PREDICTION -> design.classes();
      case CANDIDATE -> PLACES.subList(0, design.candidates().orElseThrow());
      case NONE -> RATINGS;
    };
  }

  /**
   * The share of right answers that somebody gets who always says the same, 0 to 1: what can be had
   * without looking. It is ½ where two models are compared; 0 in a task without right answers.
   */
  public double chance() {
    return switch (task.key()) {
      case TRUTH -> (double) Math.max(design.yesTrials(), design.noTrials()) / design.count();
      case PREDICTION, CANDIDATE -> 1.0 / options().size();
      case NONE -> 0;
    };
  }

  /** Whether the people of an arm see explanations. */
  public boolean explains(String methodId) {
    return !(method(methodId) instanceof Method.None);
  }

  /** What is asked before the first trial, or after the last. */
  public List<Questionnaire> questionnaire(Questionnaire.When when) {
    return questionnaire.stream().filter(item -> item.when() == when).toList();
  }

  /**
   * The names of classes that people are to choose from in questions of their own, by where the
   * study names them. Whether there are such classes is known where the data set is.
   */
  public Map<String, String> classesInQuestions() {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < questions.further().size(); i++) {
      classes(named, "/questions/further/" + i, questions.further().get(i).answer());
    }
    for (int i = 0; i < questionnaire.size(); i++) {
      classes(named, "/questionnaire/" + i, questionnaire.get(i).answer());
    }
    return named;
  }

  private static void classes(
      Map<String, String> named, String question, Questionnaire.Kind answer) {
    if (answer instanceof Questionnaire.Choice choice) {
      for (int i = 0; i < choice.classes().size(); i++) {
        named.put(question + "/answer/choice/classes/" + i, choice.classes().get(i));
      }
    }
  }

  /** The classes that carry the artefact when the artefact model is trained; none without one. */
  public List<String> carriers() {
    return artefact.map(Artefact::classes).orElse(List.of());
  }

  /** Whether each person judges with all methods. */
  public boolean isWithin() {
    return design.subjects() == Subjects.WITHIN;
  }

  /** What people are assigned to: the methods, or their balanced orders. */
  public List<Arm> arms() {
    if (!isWithin()) {
      return methods.stream().map(Arm::of).toList();
    }
    List<List<String>> orders = BalancedOrders.of(methods.stream().map(Method::id).toList());
    return IntStream.range(0, orders.size())
        .mapToObj(i -> Arm.order(i + 1, orders.get(i)))
        .toList();
  }

  /** The arm with this id. */
  public Arm arm(String armId) {
    return arms().stream()
        .filter(arm -> arm.id().equals(armId))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no arm " + armId + " in " + id));
  }

  /** With how many methods each person judges. */
  public int methodsPerPerson() {
    return isWithin() ? methods.size() : 1;
  }

  /** How many trials of a person count, those with all their methods together. */
  public int trialsPerPerson() {
    return methodsPerPerson() * design.count();
  }

  /** The arms of a block of places, each as often as the allocation ratio says. */
  public List<String> block() {
    return arms().stream()
        .map(Arm::id)
        .flatMap(arm -> Collections.nCopies(design.ratio(arm), arm).stream())
        .toList();
  }

  /** The method with this id. */
  public Method method(String methodId) {
    return methods.stream()
        .filter(method -> method.id().equals(methodId))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no method " + methodId + " in " + id));
  }

  /**
   * How many see what. Where a person judges with all methods, all numbers of trials are those with
   * one of them.
   *
   * @param participantsPerArm how many people judge each method, or in each order of the methods
   * @param allocation of methods that more people judge, how many times as many; the others 1
   * @param trialsPerModel images per person and model, where two are compared; a person never sees
   *     one image twice
   * @param trials images per person whose prediction is right and wrong, where predictions are
   *     judged
   * @param candidates how many explanations, each of another class, people choose from; empty where
   *     they see that of the prediction alone
   * @param classes what can be answered where people say what the model will say; none elsewhere
   * @param trialsPerClass images per person and class that the model predicts, where that is asked
   * @param training what people learn from before they say what the model will say
   * @param practiceTrials trials before those that count
   * @param samples images that are explained, by each model; at least as many as a person sees
   * @param order whether each person sees their images in an order of their own or all in one;
   *     {@code RANDOM} if not given
   * @param split whether each person sees exactly {@code trialsPerModel} images per model, or so
   *     many on average; {@code EXACT} if not given
   * @param subjects whether a person judges with one method or with all, one after the other;
   *     {@code BETWEEN} if not given
   */
  public record Design(
      int participantsPerArm,
      Map<String, Integer> allocation,
      Optional<Integer> trialsPerModel,
      Optional<Outcomes> trials,
      Optional<Integer> candidates,
      List<String> classes,
      Optional<Integer> trialsPerClass,
      Optional<Training> training,
      int practiceTrials,
      int samples,
      Order order,
      Split split,
      Subjects subjects) {
    /** Fills in what was left out. */
    public Design {
      allocation = allocation == null ? Map.of() : Map.copyOf(allocation);
      trialsPerModel = trialsPerModel == null ? Optional.empty() : trialsPerModel;
      trials = trials == null ? Optional.empty() : trials;
      candidates = candidates == null ? Optional.empty() : candidates;
      classes = classes == null ? List.of() : List.copyOf(classes);
      trialsPerClass = trialsPerClass == null ? Optional.empty() : trialsPerClass;
      training = training == null ? Optional.empty() : training;
      order = order == null ? Order.RANDOM : order;
      split = split == null ? Split.EXACT : split;
      subjects = subjects == null ? Subjects.BETWEEN : subjects;
    }

    /** A method's part of the allocation ratio: its places in each block. */
    public int ratio(String method) {
      return allocation.getOrDefault(method, 1);
    }

    /** How many trials of a person have yes as their right answer; on average if drawn. */
    public int yesTrials() {
      return trials.map(Outcomes::right).or(() -> trialsPerModel).orElse(0);
    }

    /** How many trials of a person have no as their right answer; on average if drawn. */
    public int noTrials() {
      return trials.map(Outcomes::wrong).or(() -> trialsPerModel).orElse(0);
    }

    /** How many trials of a person count. */
    public int count() {
      return trialsPerClass
          .map(each -> each * classes.size())
          .orElseGet(() -> yesTrials() + noTrials());
    }

    /** How many explained predictions a person learns from, all sessions together. */
    public int trainingTrials() {
      return training.map(each -> each.trials() * each.sessions()).orElse(0);
    }

    /** Into how many sessions a person's trials are divided. */
    public int sessions() {
      return training.map(Training::sessions).orElse(1);
    }

    /**
     * How many of {@link #samples} have yes as their right answer where one model judges them: in
     * the proportion of the trials, and enough for a person.
     */
    public int yesSamples() {
      long proportional = Math.round((double) samples * yesTrials() / count());
      return (int) Math.max(yesTrials(), Math.min(proportional, samples - noTrials()));
    }
  }

  /**
   * What people learn from before they are shown pictures alone. Each session is a training and
   * then its part of the trials, so that it can be seen how people get better.
   *
   * @param trials explained predictions in each session
   * @param sessions how often people train and are tested; 1 if not given
   */
  public record Training(int trials, Integer sessions) {
    /** Fills in what was left out. */
    public Training {
      sessions = sessions == null ? Integer.valueOf(1) : sessions;
    }

    /**
     * In which session the {@code i}-th of so many trials is: ⌊i · sessions / trials⌋.
     *
     * @param i from 0, below {@code trials}
     */
    public static int session(int i, int trials, int sessions) {
      return (int) ((long) i * sessions / trials);
    }
  }

  /**
   * How many of a person's trials show which outcome.
   *
   * @param right predictions that are right
   * @param wrong predictions that are wrong
   */
  public record Outcomes(int right, int wrong) {}

  /** In which order a person sees images. */
  public enum Order {
    /** One of their own. */
    @JsonProperty("random")
    RANDOM,
    /** One order of all images, drawn once: people with the same images see them alike. */
    @JsonProperty("fixed")
    FIXED
  }

  /** With which methods a person judges. */
  public enum Subjects {
    /** Each with one. */
    @JsonProperty("between")
    BETWEEN,
    /** Each with all of them, one after the other, in a balanced order. */
    @JsonProperty("within")
    WITHIN
  }

  /** How a person's images are divided between the two models. */
  public enum Split {
    /** Half and half, for everybody. */
    @JsonProperty("exact")
    EXACT,
    /**
     * At least one per model, and each of the others by a toss: whoever counts the answers so far
     * learns nothing about those to come but for the last.
     */
    @JsonProperty("drawn")
    DRAWN
  }

  /**
   * What is asked about each image.
   *
   * @param decision the question of the task
   * @param confidence how sure, 0–9; not asked if empty
   * @param clarity how clear the explanation was, 0–9; not asked if empty, and never where nothing
   *     is explained
   * @param further what else is asked, in this order
   * @param graded whether yes or no and how sure one is are one decision of four, see {@link
   *     Grade}; there is no other question of confidence then
   */
  public record Questions(
      Text decision,
      Optional<Scale> confidence,
      Optional<Scale> clarity,
      List<FurtherQuestion> further,
      Boolean graded) {
    /** Fills in what was left out. */
    public Questions {
      confidence = confidence == null ? Optional.empty() : confidence;
      clarity = clarity == null ? Optional.empty() : clarity;
      further = further == null ? List.of() : List.copyOf(further);
      graded = Boolean.TRUE.equals(graded);
    }

    /** What else is asked where something is explained, or is not. */
    public List<FurtherQuestion> further(boolean explains) {
      return further.stream().filter(question -> explains || !question.explained()).toList();
    }
  }

  /**
   * A scale from 0 to 9.
   *
   * @param question what is asked
   * @param low what 0 means
   * @param high what 9 means
   */
  public record Scale(Text question, Text low, Text high) {}

  /**
   * What participants agree to before anything else.
   *
   * @param version counted up with each change of the text
   * @param text paragraphs, separated by empty lines
   */
  public record Consent(int version, Text text) {}

  /**
   * How long things are kept, counted from a person's consent.
   *
   * @param identifiersDays after so many days nothing leads from a platform's person to their
   *     answers any more, and the same person could take part again; for good if empty
   * @param answersDays after so many days the answers are deleted; kept for good if empty
   */
  public record Retention(Optional<Integer> identifiersDays, Optional<Integer> answersDays) {
    /** Fills in what was left out. */
    public Retention {
      identifiersDays = identifiersDays == null ? Optional.empty() : identifiersDays;
      answersDays = answersDays == null ? Optional.empty() : answersDays;
    }
  }

  /**
   * The least window in which the study can be seen.
   *
   * @param minWidth in CSS pixels
   * @param minHeight in CSS pixels
   */
  public record Device(int minWidth, int minHeight) {}

  /**
   * Checks among the trials that say plainly what to choose.
   *
   * @param checks how many
   * @param mayFail who fails more does not go on
   */
  public record Attention(int checks, int mayFail) {}

  /**
   * How the answers are compared: decided before they are seen.
   *
   * @param reference id of the method that the others are compared with
   * @param measure what the main test compares; {@code correct} if not given
   * @param correction for comparing with several methods; {@code holm} if not given
   * @param level of all intervals; 0.95 if not given
   * @param samples bootstrap samples and permutations; 10,000 if not given
   * @param exclude who is left out, in this order; those who failed the attention checks, the
   *     incomplete and the flagged if not given
   * @param equivalence which differences would not matter
   * @param stopping when to stop, and when to look before; one look at the end if not given
   * @param power what is expected, for planning
   */
  public record Analysis(
      String reference,
      Optional<String> measure,
      Optional<String> correction,
      Optional<Double> level,
      Optional<Integer> samples,
      Optional<List<Exclusion>> exclude,
      Optional<EquivalenceMargins> equivalence,
      Optional<Stopping> stopping,
      Optional<ExpectedEffects> power) {}
}
