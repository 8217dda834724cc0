package org.xaistudy.analysis.power;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
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
 * @param participantsPerArm as the study states it
 * @param trialsPerModel judgements per person and model
 * @param correction over the comparisons
 * @param alpha below which a corrected p-value counts
 * @param wanted the power to plan for
 */
public record Design(
    String reference,
    Map<String, Population> arms,
    int participantsPerArm,
    int trialsPerModel,
    Correction correction,
    double alpha,
    double wanted) {
  private static final double WANTED = 0.8;

  /**
   * The design of a {@code study.yaml}.
   *
   * @throws AnalysisException if it says nothing under {@code analysis.power}
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
    Map<String, Population> arms = new LinkedHashMap<>();
    String reference = study.analysis().reference();
    arms.put(reference, population(effects, reference));
    for (Method method : study.methods()) {
      arms.computeIfAbsent(method.id(), id -> population(effects, id));
    }
    return new Design(
        reference,
        arms,
        study.design().participantsPerArm(),
        study.design().trialsPerModel(),
        study.analysis().correction().map(Correction::named).orElse(Correction.HOLM),
        1 - study.analysis().level().orElse(0.95),
        effects.wanted().orElse(WANTED));
  }

  private static Population population(ExpectedEffects effects, String method) {
    return new Population(
        requireNonNull(effects.dPrime().get(method), "every method has an expected d′"),
        effects.spread(),
        effects.criterion().orElse(0.0),
        effects.criterionSpread().orElse(0.0));
  }
}
