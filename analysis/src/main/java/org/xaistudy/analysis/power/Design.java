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

/**
 * A study to be planned.
 *
 * @param reference id of the method that the others are compared with
 * @param arms what is expected of each method, the reference first
 * @param participantsPerArm as the study states it: with each method, or in each order of them
 * @param orders in how many orders people judge with all methods; 0 where each judges with one
 * @param allocation of methods that more people judge, how many times as many; the others 1
 * @param answering what people answer, and by what they do
 * @param yesTrials judgements per person whose right answer is yes; of the model that learned the
 *     artefact where models are rated; all where one of several is chosen
 * @param noTrials the others
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
    int orders,
    Map<String, Integer> allocation,
    Answering answering,
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
   * @throws AnalysisException if it says nothing under {@code analysis.power}, or what has no
   *     meaning for what people answer
   */
  public static Design of(Study study) {
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
    Answering.of(study).check(study.id(), effects);
    return of(study, method -> population(effects, method), effects.stimulusSpread().orElse(0.0));
  }

  /**
   * The same design with what a report found, such as that of a pilot study.
   *
   * @throws AnalysisException if it does not tell of one of the methods, or the study's answers are
   *     no yes and no
   */
  public static Design of(Study study, ReportedEffects found) {
    if (!(Answering.of(study) instanceof Answering.YesNo)) {
      throw new AnalysisException(
          "%s: a report tells d′ of answers of yes and no only; for the task %s state what you expect under analysis.power in study.yaml"
              .formatted(study.id(), study.task().written()));
    }
    return of(study, found::of, found.stimulusSd());
  }

  private static Design of(Study study, Function<String, Population> people, double stimulusSd) {
    Map<String, Population> arms = new LinkedHashMap<>();
    String reference = study.analysis().reference();
    arms.put(reference, people.apply(reference));
    for (Method method : study.methods()) {
      arms.computeIfAbsent(method.id(), people);
    }
    Answering answering = Answering.of(study);
    boolean chosen = answering instanceof Answering.Choice;
    return new Design(
        reference,
        arms,
        study.design().participantsPerArm(),
        study.isWithin() ? study.arms().size() : 0,
        study.design().allocation(),
        answering,
        chosen ? study.design().count() : study.design().yesTrials(),
        chosen ? 0 : study.design().noTrials(),
        study.design().samples(),
        stimulusSd,
        study.analysis().correction().map(Correction::named).orElse(Correction.HOLM),
        1 - study.analysis().level().orElse(0.95),
        study.analysis().power().flatMap(ExpectedEffects::wanted).orElse(WANTED));
  }

  /** Whether each person judges with all methods. */
  public boolean within() {
    return orders > 0;
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
