package org.xaistudy.server.simulation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.xaistudy.server.api.AnswerRequest;
import org.xaistudy.server.enrolment.Invitation;
import org.xaistudy.server.environment.Tokens;
import org.xaistudy.server.trial.Judgement;
import org.xaistudy.studies.Arm;
import org.xaistudy.studies.Comprehension;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.Task;
import org.xaistudy.studies.manifest.StimulusBundle;

/**
 * Lets simulated people take part in a running study.
 *
 * @param bundle the study with its stimuli, as the server has them
 * @param server where it runs
 * @param key of the study's preview links
 * @param people what they are like
 */
public record Simulation(StimulusBundle bundle, URI server, String key, People people) {
  /** Enough to keep a server busy with people who do not think. */
  private static final int UNTHINKING_AT_ONCE = 8;

  private static final int THINKING_AT_ONCE = 512;

  /** Standard deviation of the logarithm of the time that one judgement takes. */
  private static final double THINKING_SPREAD = 0.4;

  private static final long NANOS = 1_000_000_000L;

  /**
   * What simulated people are like.
   *
   * @param number how many; the arms take turns
   * @param dPrime mean sensitivity with each method
   * @param spread standard deviation of the sensitivity between people
   * @param criterion mean criterion
   * @param criterionSpread standard deviation of the criterion between people
   * @param dropOut how likely one leaves before the end, 0 to 1
   * @param perSecond how many begin in a second
   * @param thinking median time that they take for a judgement, log-normal; none if zero. Whoever
   *     answers at once is left out as too fast by most plans
   * @param seed the same seed draws the same people
   */
  public record People(
      int number,
      Map<String, Double> dPrime,
      double spread,
      double criterion,
      double criterionSpread,
      double dropOut,
      double perSecond,
      Duration thinking,
      long seed) {
    /** Copies the map. */
    public People {
      dPrime = Map.copyOf(dPrime);
    }
  }

  /**
   * What became of them.
   *
   * @param finished came to the end
   * @param left before it, as they were meant to
   * @param ended whom the server stopped
   */
  public record Outcome(int finished, int left, int ended) {}

  private enum Fate {
    FINISHED,
    LEFT,
    ENDED
  }

  /** Is told after each person how many are done. */
  public interface Progress {
    /** One more. */
    void done(int people);
  }

  /**
   * Lets all of them take part.
   *
   * @throws IOException if the server cannot be reached, or does not let one take part
   */
  public Outcome run(Progress progress) throws IOException, InterruptedException {
    StudyServer api = new StudyServer(server);
    Truths truths = Truths.of(bundle.manifest());
    boolean thinking = !people.thinking().isZero();
    ExecutorService crowd =
        Executors.newFixedThreadPool(thinking ? THINKING_AT_ONCE : UNTHINKING_AT_ONCE);
    try {
      SplittableRandom chance = new SplittableRandom(people.seed());
      long start = System.nanoTime();
      List<Future<Fate>> fates = new ArrayList<>();
      List<Arm> arms = study().arms();
      for (int i = 0; i < people.number(); i++) {
        Arm arm = arms.get(i % arms.size());
        RandomGenerator random = chance.split();
        long begins = start + (long) (i * NANOS / people.perSecond());
        fates.add(crowd.submit(() -> takePart(api, truths, arm, random, begins)));
      }
      return outcome(fates, progress);
    } finally {
      crowd.shutdownNow();
    }
  }

  private static Outcome outcome(List<Future<Fate>> fates, Progress progress)
      throws IOException, InterruptedException {
    Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
    for (int i = 0; i < fates.size(); i++) {
      try {
        counts.merge(fates.get(i).get(), 1, Integer::sum);
      } catch (ExecutionException e) {
        throw new IOException(e.getCause() == null ? e : e.getCause());
      }
      progress.done(i + 1);
    }
    return new Outcome(
        counts.getOrDefault(Fate.FINISHED, 0),
        counts.getOrDefault(Fate.LEFT, 0),
        counts.getOrDefault(Fate.ENDED, 0));
  }

  private Fate takePart(
      StudyServer api, Truths truths, Arm arm, RandomGenerator random, long begins)
      throws IOException, InterruptedException {
    TimeUnit.NANOSECONDS.sleep(begins - System.nanoTime());
    double own = people.spread() * random.nextGaussian();
    double criterion = people.criterion() + people.criterionSpread() * random.nextGaussian();
    Map<String, Observer> observers = new HashMap<>();
    for (String method : arm.methods()) {
      double sensitivity = people.dPrime().getOrDefault(method, 0.0) + own;
      observers.put(method, new Observer(sensitivity, criterion, random));
    }
    JsonNode state =
        api.send(
            "POST",
            "/api/studies/" + study().id() + "/runs",
            Map.of(
                "key",
                new Tokens().secret(),
                "consentVersion",
                study().consent().version(),
                "parameters",
                Map.of("method", arm.id(), Invitation.SIMULATE, key)));
    boolean leaves = random.nextDouble() < people.dropOut();
    int last = leaves ? random.nextInt(state.path("trials").asInt(1)) : Integer.MAX_VALUE;
    String run = "/api/runs/" + state.path("token").asText();
    while (true) {
      String step = state.path("step").asText();
      if (step.equals("JUDGE") && state.path("answered").asInt() >= last) {
        return Fate.LEFT;
      }
      switch (step) {
        case "FINISHED" -> {
          return Fate.FINISHED;
        }
        case "ENDED", "PLACE_GONE" -> {
          return Fate.ENDED;
        }
        default -> {
          Observer observer = observers.get(state.path("method").asText());
          state = next(api, run, state, step, truths, requireNonNull(observer, "another study"));
        }
      }
    }
  }

  private JsonNode next(
      StudyServer api, String run, JsonNode state, String step, Truths truths, Observer observer)
      throws IOException, InterruptedException {
    return switch (step) {
      case "DEVICE" -> api.send("POST", run + "/device", Map.of("width", 10_000, "height", 10_000));
      case "INSTRUCTIONS" -> api.send("POST", run + "/instructions", Map.of());
      case "COMPREHENSION" ->
          api.send("POST", run + "/comprehension", Map.of("chosen", rightAnswers()));
      case "QUESTIONNAIRE" ->
          api.send("PUT", run + "/questionnaire", study().someReplies("simulated"));
      case "JUDGE" -> {
        JsonNode trial = state.path("trial");
        think(observer.random());
        yield api.send(
            "PUT",
            run + "/trials/" + trial.path("place").asInt() + "/answer",
            AnswerRequest.of(judgement(api, trial, truths, observer)));
      }
      default -> throw new IOException("the server wants something unknown: " + step);
    };
  }

  private void think(RandomGenerator random) throws InterruptedException {
    double factor = Math.exp(THINKING_SPREAD * random.nextGaussian());
    TimeUnit.NANOSECONDS.sleep((long) (people.thinking().toNanos() * factor));
  }

  private Judgement judgement(StudyServer api, JsonNode trial, Truths truths, Observer observer)
      throws IOException, InterruptedException {
    JsonNode asked = trial.path("asked");
    if (!asked.isMissingNode()) {
      return new Judgement(
          Optional.of(asked.path("answer").asText()),
          number(asked.path("confidence")),
          number(asked.path("clarity")));
    }
    JsonNode exhibit = trial.path("exhibit");
    byte[] original = api.bytes(exhibit.path("original").path("link").asText());
    List<byte[]> explanation = pictures(api, exhibit.path("panels"));
    Map<String, List<byte[]>> candidates = new LinkedHashMap<>();
    for (JsonNode candidate : exhibit.path("candidates")) {
      candidates.put(candidate.path("option").asText(), pictures(api, candidate.path("panels")));
    }
    List<String> options = new ArrayList<>();
    trial.path("options").forEach(option -> options.add(option.path("value").asText()));
    if (options.isEmpty()) {
      return Judgement.NOTHING;
    }
    return judged(trial, original, explanation, candidates, options, truths, observer)
        .with(observer.further(study().questions().further(), ids(trial.path("further"))));
  }

  private Judgement judged(
      JsonNode trial,
      byte[] original,
      List<byte[]> explanation,
      Map<String, List<byte[]>> candidates,
      List<String> options,
      Truths truths,
      Observer observer) {
    Observer.Asked questions =
        new Observer.Asked(
            options,
            trial.path("confidence").asBoolean(),
            trial.path("clarity").asBoolean(),
            trial.path("graded").asBoolean());
    if (study().task().key() == Task.Key.PREDICTION) {
      return observer.choose(truths.prediction(original), questions);
    } else if (study().task().key() == Task.Key.CANDIDATE) {
      return observer.choose(truths.right(original, candidates), questions);
    }
    // Who sees no explanation can tell nothing.
    boolean truth =
        explanation.isEmpty() ? observer.random().nextBoolean() : truths.of(explanation);
    return study().task().key() == Task.Key.NONE
        ? observer.rate(truth, questions)
        : observer.judge(truth, questions);
  }

  private static List<byte[]> pictures(StudyServer api, JsonNode panels)
      throws IOException, InterruptedException {
    List<byte[]> pictures = new ArrayList<>();
    for (JsonNode panel : panels) {
      for (JsonNode picture : panel.path("pictures")) {
        pictures.add(api.bytes(picture.path("link").asText()));
      }
    }
    return pictures;
  }

  private static List<String> ids(JsonNode further) {
    List<String> ids = new ArrayList<>();
    further.forEach(question -> ids.add(question.path("id").asText()));
    return ids;
  }

  private static Optional<Integer> number(JsonNode value) {
    return value.isMissingNode() ? Optional.empty() : Optional.of(value.asInt());
  }

  private List<Integer> rightAnswers() {
    return study().comprehension().map(Comprehension::rightAnswers).orElse(List.of());
  }

  private Study study() {
    return bundle.study().study();
  }

  /** Without the key, which must not come into a log. */
  @Override
  public String toString() {
    return "simulation of " + study().id();
  }
}
