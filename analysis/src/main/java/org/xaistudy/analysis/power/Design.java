package org.xaistudy.analysis.power;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.analysis.comparison.Correction;
import org.xaistudy.studies.ExpectedEffects;
import org.xaistudy.studies.Method;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.Task;

/**
 * A study to be planned.
 *
 * @param reference id of the method that the others are compared with
 * @param arms what is expected of each method, the reference first
 * @param participantsPerArm as the study states it
 * @param allocation of methods that more people judge, how many times as many; the others 1
 * @param yesTrials judgements per person whose right answer is yes
 * @param noTrials those whose right answer is no
 * @param samples images, at least as many as a person sees
 * @param stimulusSd standard deviation between stimuli of the readiness to say yes; 0: all alike
 * @param correction over the comparisons
 * @param alpha below which a corrected p-value counts
 * @param wanted the power to plan for
 */
public record Design(
    String reference,
    Map<String, Population> arms,
    int participantsPerArm,
    Map<String, Integer> allocation,
    int yesTrials,
    int noTrials,
    int samples,
    double stimulusSd,
    Correction correction,
    double alpha,
    double wanted) {
  private static final double WANTED = 0.8;

  /**
   * The design of a {@code study.yaml} with the effects that it expects.
   *
   * @throws AnalysisException if it says nothing under {@code analysis.power}, or its answers are
   *     no yes and no
   */
  public static Design of(Study study) {
    refuseOtherAnswers(study);
    ExpectedEffects effects =
        study
            .analysis()
            .power()
            .orElseThrow(
                () ->
                    new AnalysisException(
                        study.id()
                            + ": nothing under analysis.power; expected dPrime (a number for each"
                            + " method) and spread"));
    return of(study, method -> population(effects, method), effects.stimulusSpread().orElse(0.0));
  }

  /**
   * The same design with what a report found, such as that of a pilot study.
   *
   * @throws AnalysisException if it does not tell of one of the methods, or the study's answers are
   *     no yes and no
   */
  public static Design of(Study study, ReportedEffects found) {
    refuseOtherAnswers(study);
    return of(study, found::of, found.stimulusSd());
  }

  /** What is simulated is signal detection, which needs a yes that can be right or wrong. */
  private static void refuseOtherAnswers(Study study) {
    if (study.task().key() == Task.Key.TRUTH) {
      return;
    }
    String measure = study.task().key() == Task.Key.NONE ? "preference" : "accuracy";
    throw new AnalysisException(
        "%s: power is simulated by signal detection, for answers of yes and no; for the task %s plan by a t-test of participants' %s, with the difference that would matter and their standard deviation (%s_participant_sd in a pilot's statistics.csv), such as R's power.t.test(delta = , sd = , power = 0.8)"
            .formatted(study.id(), study.task().written(), measure, measure));
  }

  private static Design of(Study study, Function<String, Population> people, double stimulusSd) {
    Map<String, Population> arms = new LinkedHashMap<>();
    String reference = study.analysis().reference();
    arms.put(reference, people.apply(reference));
    for (Method method : study.methods()) {
      arms.computeIfAbsent(method.id(), people);
    }
    return new Design(
        reference,
        arms,
        study.design().participantsPerArm(),
        study.design().allocation(),
        study.design().yesTrials(),
        study.design().noTrials(),
        study.design().samples(),
        stimulusSd,
        study.analysis().correction().map(Correction::named).orElse(Correction.HOLM),
        1 - study.analysis().level().orElse(0.95),
        study.analysis().power().flatMap(ExpectedEffects::wanted).orElse(WANTED));
  }

  /** Whether stimuli are expected to be more than their truth. */
  public boolean stimuliDiffer() {
    return stimulusSd > 0;
  }

  private static Population population(ExpectedEffects effects, String method) {
    return new Population(
        requireNonNull(effects.dPrime().get(method), "every method has an expected d′"),
        effects.spread(),
        effects.criterion().orElse(0.0),
        effects.criterionSpread().orElse(0.0),
        effects.correlation().orElse(0.0));
  }
}
