package org.xaistudy.analysis.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.xaistudy.analysis.comparison.Correction;
import org.xaistudy.analysis.quality.Rule;
import org.xaistudy.analysis.quality.Selection;
import org.xaistudy.analysis.quality.Versions;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.studies.Exclusion;
import org.xaistudy.studies.Method;
import org.xaistudy.studies.Study;

/**
 * What the analysis is asked to do.
 *
 * @param wording how people read of the study and its methods
 * @param methods ids of all methods in the order of the report; the first is the reference, which
 *     the others are compared with
 * @param primary what the main test compares
 * @param correction for comparing one reference with several methods
 * @param level of all intervals, such as 0.95
 * @param margins of the tests of equivalence
 * @param selection who counts
 * @param resamples how many bootstrap samples and random permutations
 * @param seed of everything drawn by chance
 * @param preregistered whether it was written down before the answers were seen: else all of the
 *     report is exploratory
 */
public record Plan(
    Wording wording,
    List<String> methods,
    Measure primary,
    Correction correction,
    double level,
    Margins margins,
    Selection selection,
    int resamples,
    long seed,
    boolean preregistered) {
  /** The seed where nobody chose one: the year of the study that this one repeats. */
  public static final long SEED = 2023;

  private static final int RESAMPLES = 10_000;
  private static final double LEVEL = 0.95;
  private static final List<Rule> EXCLUSIONS =
      List.of(Rule.ATTENTION, Rule.INCOMPLETE, Rule.FLAGGED);

  /** Copies the list. */
  public Plan {
    methods = List.copyOf(methods);
  }

  /**
   * The plan for a file without a study: accuracy, Holm's correction, 95 % intervals, 10,000
   * samples; methods after the reference by name, so that the order of rows does not change the
   * order of results.
   *
   * @throws IllegalArgumentException if nobody saw the reference
   */
  public static Plan comparingWith(String reference, Responses responses) {
    TreeSet<String> others = new TreeSet<>(responses.methods());
    if (!others.remove(reference)) {
      throw new IllegalArgumentException(
          "no answers for the reference '%s'; the methods are %s"
              .formatted(reference, String.join(", ", responses.methods())));
    }
    return new Plan(
        Wording.NONE,
        referenceFirst(reference, List.copyOf(others)),
        Measure.CORRECT,
        Correction.HOLM,
        LEVEL,
        Margins.DEFAULT,
        Selection.by(EXCLUSIONS),
        RESAMPLES,
        SEED,
        false);
  }

  /** The plan that a {@code study.yaml} states: what it says, and the same defaults. */
  public static Plan of(Study study) {
    Study.Analysis stated = study.analysis();
    return new Plan(
        Wording.of(study),
        referenceFirst(stated.reference(), study.methods().stream().map(Method::id).toList()),
        Measure.valueOf(stated.measure().orElse("correct").toUpperCase(Locale.ROOT)),
        Correction.named(stated.correction().orElse(Correction.HOLM.id())),
        stated.level().orElse(LEVEL),
        stated.equivalence().map(Margins::of).orElse(Margins.DEFAULT),
        Selection.by(stated.exclude().map(Plan::rules).orElse(EXCLUSIONS)),
        stated.samples().orElse(RESAMPLES),
        study.seed(),
        true);
  }

  /** Id of the method that the others are compared with. */
  public String reference() {
    return methods.get(0);
  }

  /** What people call a method. */
  public String name(String method) {
    return wording.name(method);
  }

  /** The same plan with another reference; no longer the one that was written down. */
  public Plan against(String reference) {
    if (!methods.contains(reference)) {
      throw new IllegalArgumentException(
          "no method '%s' in the study; its methods are %s"
              .formatted(reference, String.join(", ", methods)));
    }
    return new Plan(
        wording,
        referenceFirst(reference, methods),
        primary,
        correction,
        level,
        margins,
        selection,
        resamples,
        seed,
        preregistered && reference.equals(reference()));
  }

  /** The same plan for other versions; to take all together is not what was written down. */
  public Plan over(Versions versions) {
    return new Plan(
        wording,
        methods,
        primary,
        correction,
        level,
        margins,
        new Selection(versions, selection.rules()),
        resamples,
        seed,
        preregistered && !versions.equals(Versions.ALL));
  }

  /** The same plan with another number of bootstrap samples and permutations. */
  public Plan resampling(int times, long from) {
    return new Plan(
        wording,
        methods,
        primary,
        correction,
        level,
        margins,
        selection,
        times,
        from,
        preregistered && times == resamples && from == seed);
  }

  private static List<String> referenceFirst(String reference, List<String> methods) {
    List<String> order = new ArrayList<>(methods);
    order.remove(reference);
    order.add(0, reference);
    return order;
  }

  private static List<Rule> rules(List<Exclusion> exclusions) {
    return exclusions.stream()
        .map(
            exclusion ->
                switch (exclusion.rule()) {
                  case ATTENTION -> Rule.ATTENTION;
                  case INCOMPLETE -> Rule.INCOMPLETE;
                  case FLAGGED -> Rule.FLAGGED;
                  case TOO_FAST -> Rule.tooFast(exclusion.medianMs().orElseThrow());
                  case STRAIGHT_LINING -> Rule.STRAIGHT_LINING;
                })
        .toList();
  }
}
