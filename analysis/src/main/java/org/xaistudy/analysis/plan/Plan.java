package org.xaistudy.analysis.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.analysis.comparison.Correction;
import org.xaistudy.analysis.exclusion.Eligibility;
import org.xaistudy.analysis.exclusion.ExclusionRule;
import org.xaistudy.analysis.exclusion.VersionSelection;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.analysis.words.Words;
import org.xaistudy.studies.Exclusion;
import org.xaistudy.studies.Grade;
import org.xaistudy.studies.Method;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.Task;

/**
 * What the analysis is asked to do.
 *
 * @param wording how people read of the study and its methods
 * @param methods ids of all methods in the order of the report; the first is the reference, which
 *     the others are compared with
 * @param inference what is tested, and how strictly
 * @param eligibility who counts
 * @param resampling what is drawn by chance
 * @param looks when the data may be looked at; empty where nobody said
 * @param dates when it was written down; empty where nothing tells
 * @param preregistered whether it was written down before the answers were seen: else all of the
 *     report is exploratory
 */
public record Plan(
    Wording wording,
    List<String> methods,
    Inference inference,
    Eligibility eligibility,
    Resampling resampling,
    Optional<Looks> looks,
    Optional<PlanDates> dates,
    boolean preregistered) {
  private static final List<ExclusionRule> EXCLUSIONS =
      List.of(ExclusionRule.ATTENTION, ExclusionRule.INCOMPLETE, ExclusionRule.FLAGGED);

  /** Copies the list. */
  public Plan {
    methods = List.copyOf(methods);
  }

  /**
   * The plan for a file without a study: the defaults, and methods after the reference by name, so
   * that the order of rows does not change the order of results.
   *
   * @throws AnalysisException if nobody saw the reference
   */
  public static Plan comparingWith(String reference, Responses responses) {
    return comparingWith(reference, responses, Words.ENGLISH);
  }

  /** The same, with a report in a language. */
  public static Plan comparingWith(String reference, Responses responses, Words words) {
    TreeSet<String> others = new TreeSet<>(responses.methods());
    if (!others.remove(reference)) {
      throw new AnalysisException(
          "no answers for the reference '%s'; the methods are %s"
              .formatted(reference, String.join(", ", responses.methods())));
    }
    return new Plan(
        Wording.none(words),
        referenceFirst(reference, List.copyOf(others)),
        Inference.DEFAULT,
        Eligibility.by(EXCLUSIONS),
        new Resampling(Resampling.SAMPLES, Resampling.SEED),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** The plan that a {@code study.yaml} states: what it says, and the same defaults. */
  public static Plan of(Study study) {
    return of(study, Words.ENGLISH);
  }

  /** The same, with a report in a language. */
  public static Plan of(Study study, Words words) {
    Study.Analysis stated = study.analysis();
    return new Plan(
        Wording.of(study, words),
        referenceFirst(stated.reference(), study.methods().stream().map(Method::id).toList()),
        Inference.of(study),
        Eligibility.by(stated.exclude().map(Plan::rules).orElse(EXCLUSIONS)),
        new Resampling(stated.samples().orElse(Resampling.SAMPLES), study.seed()),
        Optional.of(Looks.of(study)),
        Optional.empty(),
        true);
  }

  /** Id of the method that the others are compared with. */
  public String reference() {
    return methods.get(0);
  }

  /** What the main test compares. */
  public Measure primary() {
    return inference.primary();
  }

  /** For comparing one reference with several methods. */
  public Correction correction() {
    return inference.correction();
  }

  /** Of all intervals, such as 0.95. */
  public double level() {
    return inference.level();
  }

  /** How often a test is to find something where nothing is: 1 − level. */
  public double alpha() {
    return 1 - inference.level();
  }

  /** The share of right answers that is to be had without looking, 0 to 1. */
  public double chance() {
    return inference.chance();
  }

  /**
   * What a measure is of people who see nothing in what they are shown; empty where nothing tells.
   */
  public OptionalDouble indifferent(Measure measure) {
    return switch (measure) {
      case CORRECT -> OptionalDouble.of(chance());
      case PREFERENCE -> OptionalDouble.of(0);
      case CONFIDENCE, CLARITY -> OptionalDouble.empty();
    };
  }

  /** The largest value of a measure that somebody can have in this study. */
  public double high(Measure measure) {
    return measure == Measure.CONFIDENCE && asked().graded() ? Grade.SURE : measure.high();
  }

  /** The largest value less the smallest. */
  public double range(Measure measure) {
    return high(measure) - measure.low();
  }

  /** Of the tests of equivalence. */
  public Margins margins() {
    return inference.margins();
  }

  /** What people call a method. */
  public String name(String method) {
    return wording.name(method);
  }

  /** The language of the report. */
  public Words words() {
    return wording.words();
  }

  /** What people were asked. */
  public Asked asked() {
    return wording.asked();
  }

  /** What people were to find out. */
  public Task task() {
    return asked().task();
  }

  /** The same plan with another reference; no longer the one that was written down. */
  public Plan against(String reference) {
    if (!methods.contains(reference)) {
      throw new AnalysisException(
          "no method '%s' in the study; its methods are %s"
              .formatted(reference, String.join(", ", methods)));
    }
    boolean same = reference.equals(reference());
    List<String> order = referenceFirst(reference, methods);
    return new Plan(
        wording, order, inference, eligibility, resampling, looks, dates, preregistered && same);
  }

  /** The same plan for other versions; to take all together is not what was written down. */
  public Plan over(VersionSelection versions) {
    boolean one = !(versions instanceof VersionSelection.All);
    Eligibility who = new Eligibility(versions, eligibility.rules());
    return new Plan(
        wording, methods, inference, who, resampling, looks, dates, preregistered && one);
  }

  /** The same plan with another number of bootstrap samples and permutations. */
  public Plan resampling(Resampling other) {
    boolean same = other.equals(resampling);
    return new Plan(
        wording, methods, inference, eligibility, other, looks, dates, preregistered && same);
  }

  /** The same plan as it was written down then; late, it is a plan no more. */
  public Plan dated(PlanDates known) {
    return new Plan(
        wording,
        methods,
        inference,
        eligibility,
        resampling,
        looks,
        Optional.of(known),
        preregistered && !known.late());
  }

  private static List<String> referenceFirst(String reference, List<String> methods) {
    List<String> order = new ArrayList<>(methods);
    order.remove(reference);
    order.add(0, reference);
    return order;
  }

  private static List<ExclusionRule> rules(List<Exclusion> exclusions) {
    return exclusions.stream()
        .map(
            exclusion ->
                switch (exclusion.rule()) {
                  case ATTENTION -> ExclusionRule.ATTENTION;
                  case INCOMPLETE -> ExclusionRule.INCOMPLETE;
                  case FLAGGED -> ExclusionRule.FLAGGED;
                  case TOO_FAST -> ExclusionRule.tooFast(exclusion.medianMs().orElseThrow());
                  case STRAIGHT_LINING -> ExclusionRule.STRAIGHT_LINING;
                })
        .toList();
  }
}
