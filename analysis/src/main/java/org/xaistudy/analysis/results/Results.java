package org.xaistudy.analysis.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.exclusion.Flow;
import org.xaistudy.analysis.mixedmodel.DetectionFit;
import org.xaistudy.analysis.mixedmodel.DetectionModel;
import org.xaistudy.analysis.mixedmodel.MixedModelFit;
import org.xaistudy.analysis.mixedmodel.TimeFit;
import org.xaistudy.analysis.mixedmodel.TimeModel;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.responses.Responses;

/**
 * All numbers of one study.
 *
 * @param flow who counts, and who does not
 * @param plan how they were computed
 * @param look which of the planned looks at the data this is; empty where nobody planned any
 * @param arms in the plan's order, the reference first
 * @param measures one for each measure that somebody has; the plan's primary one among them
 * @param detection sensitivity and bias; empty where the answers are no yes and no
 * @param models mixed models of single trials; none where nobody is left who saw the reference, or
 *     no answer is right
 * @param times how long right and wrong answers take; empty where the file does not tell, or no
 *     answer is right
 * @param stimuli how hard each stimulus is; nothing where no answer is right
 * @param utility what explanations are worth; none where people do not learn from them, or nobody
 *     learns without
 * @param grades how often each of four answers was given; none where the decision is not one of
 *     four
 * @param further what was said to further questions, in the study's order
 * @param unexcluded the measures without any exclusion; empty if nobody was left out
 * @param specifications the differences by several defensible ways; none without comparisons
 */
public record Results(
    Flow flow,
    Plan plan,
    Optional<Look> look,
    List<ArmResult> arms,
    List<MeasureResult> measures,
    Optional<Detection> detection,
    List<MixedModelFit> models,
    Optional<TimeFit> times,
    Stimuli stimuli,
    List<Utility> utility,
    List<Grades> grades,
    List<Further> further,
    List<MeasureResult> unexcluded,
    List<Specification> specifications) {
  /**
   * Computes everything that the plan asks for.
   *
   * @throws AnalysisException if nobody remains, somebody saw a method that the plan does not know,
   *     nobody answered the version that the plan asks for, nobody has its primary measure, or the
   *     answers are of another kind than what it asks
   */
  public static Results of(Responses responses, Plan plan, ProgressListener progress) {
    Flow flow = Flow.of(plan.asked().read(responses), plan.eligibility());
    check(flow.before(), plan);
    plan.asked().check(flow.before());
    List<ArmResult> arms = arms(flow.kept().arms(plan.methods()), plan, progress);
    if (arms.isEmpty()) {
      throw new AnalysisException(
          "nobody remains after the exclusions (%s)".formatted(fates(flow)));
    }
    List<Arm> people = arms.stream().map(ArmResult::arm).toList();
    boolean yesOrNo = plan.asked().yesOrNo();
    boolean scored = plan.asked().scored();
    boolean comparable = arms.get(0).method().equals(plan.reference());
    // None of these waits for another, and each gives the same on however many processors.
    var signal = CompletableFuture.supplyAsync(() -> signal(people, plan));
    var logistic =
        CompletableFuture.supplyAsync(
            () ->
                yesOrNo
                    ? Optional.of(DetectionModel.LOGISTIC.fit(people))
                    : Optional.<DetectionFit>empty());
    var models =
        CompletableFuture.supplyAsync(
            () ->
                comparable && scored
                    ? ModelFits.of(people, plan.asked(), progress)
                    : List.<MixedModelFit>of());
    var times =
        CompletableFuture.supplyAsync(
            () -> scored ? TimeModel.fit(people) : Optional.<TimeFit>empty());
    Optional<Look> look = Look.of(flow, plan);
    List<MeasureResult> measures = measures(arms, plan, look, progress);
    if (measures.stream().noneMatch(result -> result.measure() == plan.primary())) {
      throw new AnalysisException(
          "the plan's main test is of %s, which no answer has".formatted(plan.primary().title()));
    }
    List<MeasureResult> unexcluded =
        flow.leftOut() == 0 ? List.of() : unexcluded(flow, plan, look, progress);
    Optional<SignalModels> fitted = signal.join();
    return new Results(
        flow,
        plan,
        look,
        arms,
        measures,
        fitted.flatMap(leading -> logistic.join().map(fit -> new Detection(leading, fit))),
        models.join(),
        times.join(),
        scored ? Stimuli.of(people, plan.level()) : Stimuli.NOTHING,
        Utility.of(people, plan),
        Grades.of(people, plan),
        Further.of(people, plan),
        unexcluded,
        comparable ? specifications(flow, plan, measures, fitted, unexcluded) : List.of());
  }

  private static List<Specification> specifications(
      Flow flow,
      Plan plan,
      List<MeasureResult> measures,
      Optional<SignalModels> signal,
      List<MeasureResult> unexcluded) {
    List<Specification> all = new ArrayList<>(Specification.of(measures, signal, true, plan));
    if (!unexcluded.isEmpty()) {
      List<Arm> everybody = flow.before().arms(plan.methods());
      all.addAll(Specification.of(unexcluded, signal(everybody, plan), false, plan));
    }
    return List.copyOf(all);
  }

  private static Optional<SignalModels> signal(List<Arm> arms, Plan plan) {
    return plan.asked().yesOrNo() ? Optional.of(SignalModels.of(arms)) : Optional.empty();
  }

  /** The measure that the plan names first. */
  public MeasureResult primary() {
    return measures.stream()
        .filter(result -> result.measure() == plan.primary())
        .findFirst()
        .orElseThrow();
  }

  /** Whether anybody has a measure. */
  public boolean has(Measure measure) {
    return measures.stream().anyMatch(result -> result.measure() == measure);
  }

  /** Whether anybody is left who saw the reference. */
  public boolean comparable() {
    return arms.get(0).method().equals(plan.reference());
  }

  /** What became of everybody. */
  private static String fates(Flow flow) {
    String fates =
        flow.steps().stream()
            .map(step -> step.leftOut().size() + " " + step.rule().reason())
            .filter(fate -> !fate.startsWith("0 "))
            .collect(Collectors.joining(", "));
    return fates.isEmpty() ? "nobody answered" : fates;
  }

  private static void check(Responses responses, Plan plan) {
    for (String method : responses.methods()) {
      if (!plan.methods().contains(method)) {
        throw new AnalysisException(
            "the answers name a method '%s' that the study does not have; its methods are %s"
                .formatted(method, String.join(", ", plan.methods())));
      }
    }
  }

  private static List<MeasureResult> unexcluded(
      Flow flow, Plan plan, Optional<Look> look, ProgressListener progress) {
    return measures(arms(flow.before().arms(plan.methods()), plan, progress), plan, look, progress);
  }

  private static List<MeasureResult> measures(
      List<ArmResult> arms, Plan plan, Optional<Look> look, ProgressListener progress) {
    return Arrays.stream(Measure.values())
        .map(measure -> MeasureResult.of(measure, arms, plan, look, progress))
        .flatMap(Optional::stream)
        .toList();
  }

  private static List<ArmResult> arms(List<Arm> arms, Plan plan, ProgressListener progress) {
    List<ArmResult> results = new ArrayList<>();
    for (Arm arm : arms) {
      progress.at("counting and drawing samples", results.size(), arms.size());
      results.add(ArmResult.of(arm, plan));
    }
    return List.copyOf(results);
  }
}
