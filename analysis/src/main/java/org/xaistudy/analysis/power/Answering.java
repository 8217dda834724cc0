package org.xaistudy.analysis.power;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.analysis.responses.Judgement;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.studies.ExpectedEffects;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.manifest.Manifest.Model;

/** What simulated people answer, from evidence that is normal with standard deviation 1. */
public sealed interface Answering {
  /** What people of a study answer. */
  static Answering of(Study study) {
    return switch (study.task().key()) {
      case TRUTH -> new YesNo();
      case PREDICTION, CANDIDATE -> new Choice(study.options().size());
      case NONE -> new Rating();
    };
  }

  /**
   * One answer.
   *
   * @param truth whether yes is right, or the model that learned the artefact is rated
   * @param readiness how much more readily yes is said to this stimulus than to most
   */
  Judgement judge(Population.Person who, boolean truth, double readiness, RandomGenerator random);

  /** What a plan compares. */
  Measure measure();

  /** Keys of {@code analysis.power} that say nothing of such answers. */
  Set<String> meaningless();

  /**
   * Refuses expectations that have no meaning here.
   *
   * @param study its id
   * @throws AnalysisException naming the keys that do not fit
   */
  default void check(String study, ExpectedEffects effects) {
    Map<String, Optional<Double>> stated = new LinkedHashMap<>();
    stated.put("stimulusSpread", effects.stimulusSpread());
    stated.put("criterion", effects.criterion());
    stated.put("criterionSpread", effects.criterionSpread());
    stated.put("correlation", effects.correlation());
    List<String> unfit =
        stated.entrySet().stream()
            .filter(entry -> entry.getValue().isPresent() && meaningless().contains(entry.getKey()))
            .map(Map.Entry::getKey)
            .toList();
    if (!unfit.isEmpty()) {
      throw new AnalysisException(
          "%s: leave out %s under analysis.power, which are of answers of yes and no"
              .formatted(study, String.join(", ", unfit)));
    }
  }

  /** Yes or no: by equal-variance signal detection, as {@link Population} says. */
  record YesNo() implements Answering {
    @Override
    public Judgement judge(
        Population.Person who, boolean truth, double readiness, RandomGenerator random) {
      return new Judgement.YesNo(truth, random.nextDouble() < who.yes(truth, readiness));
    }

    @Override
    public Measure measure() {
      return Measure.CORRECT;
    }

    @Override
    public Set<String> meaningless() {
      return Set.of();
    }
  }

  /**
   * One of several: that with the most evidence, which is around d′ for the right one and around 0
   * for the others (Green and Swets 1966, chapter 2.6).
   *
   * @param options how many, at least 2
   */
  record Choice(int options) implements Answering {
    private static final String RIGHT = "right";

    @Override
    public Judgement judge(
        Population.Person who, boolean truth, double readiness, RandomGenerator random) {
      double most = Double.NEGATIVE_INFINITY;
      for (int other = 1; other < options; other++) {
        most = Math.max(most, random.nextGaussian());
      }
      boolean right = who.sensitivity() + random.nextGaussian() > most;
      return new Judgement.Choice(RIGHT, right ? RIGHT : "wrong");
    }

    @Override
    public Set<String> meaningless() {
      return Set.of("stimulusSpread", "criterion", "criterionSpread", "correlation");
    }

    @Override
    public Measure measure() {
      return Measure.CORRECT;
    }
  }

  /**
   * Points for a model: the middle less the evidence that it cheats beyond the criterion, rounded;
   * evidence is around d′/2 for the model that learned the artefact and −d′/2 for the other.
   */
  record Rating() implements Answering {
    private static final int MIDDLE = (Judgement.Rating.LOW + Judgement.Rating.HIGH) / 2;

    @Override
    public Judgement judge(
        Population.Person who, boolean truth, double readiness, RandomGenerator random) {
      double evidence = (truth ? 0.5 : -0.5) * who.sensitivity() + random.nextGaussian();
      long points = MIDDLE - Math.round(evidence - who.criterion());
      return new Judgement.Rating(
          truth ? Model.ARTEFACT : Model.CLEAN,
          (int) Math.max(Judgement.Rating.LOW, Math.min(Judgement.Rating.HIGH, points)));
    }

    @Override
    public Set<String> meaningless() {
      return Set.of("stimulusSpread");
    }

    @Override
    public Measure measure() {
      return Measure.PREFERENCE;
    }
  }
}
