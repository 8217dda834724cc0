package org.xaistudy.analysis.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xaistudy.analysis.comparison.Scores;
import org.xaistudy.analysis.comparison.TTest;
import org.xaistudy.analysis.distribution.Estimate;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.rates.Rate;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.studies.FurtherQuestion;
import org.xaistudy.studies.Questionnaire;
import org.xaistudy.studies.Text;

/**
 * What was said to one further question, by method in the plan's order; nothing of a method of
 * which nobody was asked. No plan foresees a test of it: all of it is exploratory.
 */
public sealed interface Further {
  /** What was asked. */
  FurtherQuestion question();

  /**
   * Numbers: points of a scale, or whole numbers.
   *
   * @param question what was asked
   * @param low the least that can be said
   * @param high the most
   * @param scores one mean per participant who said something, for each method of which somebody
   *     did
   * @param comparisons each other method less the reference; none where nobody who saw the
   *     reference said something
   * @param paired whether the same people judged with several methods
   */
  record Numbers(
      FurtherQuestion question,
      int low,
      int high,
      Map<String, Scores> scores,
      List<Difference> comparisons,
      boolean paired)
      implements Further {
    /** Keeps the order of the map. */
    public Numbers {
      scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
      comparisons = List.copyOf(comparisons);
    }

    /** The mean over a method's participants, with Student's interval. */
    public Estimate mean(String method) {
      return Estimate.ofMean(Objects.requireNonNull(scores.get(method)).values(), 0);
    }

    private static Numbers of(
        FurtherQuestion question, int low, int high, List<Arm> arms, Plan plan) {
      Map<String, Scores> scores = new LinkedHashMap<>();
      Map<String, Map<String, Double>> people = new LinkedHashMap<>();
      for (Arm arm : arms) {
        Map<String, Double> means = new LinkedHashMap<>();
        for (Participant person : arm.participants()) {
          said(person, question)
              .mapToInt(Integer::parseInt)
              .average()
              .ifPresent(mean -> means.put(person.id(), mean));
        }
        if (!means.isEmpty()) {
          scores.put(arm.method(), sample(means.values()));
          people.put(arm.method(), means);
        }
      }
      boolean paired = Paired.isWithin(arms);
      return new Numbers(
          question,
          low,
          high,
          scores,
          paired
              ? Difference.ofPairs(new Paired(people), plan, scores.keySet())
              : Difference.of(scores, plan),
          paired);
    }

    private static Scores sample(Collection<Double> means) {
      return Scores.of(means.stream().mapToDouble(mean -> mean).toArray());
    }
  }

  /**
   * A method less the reference.
   *
   * @param method id of the method
   * @param test of its mean less that of the reference, or of pairs
   * @param corrected its p-value, raised for the comparisons of this question alone
   */
  record Difference(String method, TTest test, double corrected) {
    private static List<Difference> of(Map<String, Scores> scores, Plan plan) {
      Scores reference = scores.get(plan.reference());
      if (reference == null) {
        return List.of();
      }
      List<String> others =
          scores.keySet().stream().filter(method -> !method.equals(plan.reference())).toList();
      List<TTest> tests =
          others.stream()
              .map(
                  method ->
                      TTest.welch(
                          Objects.requireNonNull(scores.get(method)), reference, plan.level()))
              .toList();
      return of(others, tests, plan);
    }

    private static List<Difference> ofPairs(Paired pairs, Plan plan, Set<String> methods) {
      List<String> others = new ArrayList<>();
      List<TTest> tests = new ArrayList<>();
      for (String method : methods) {
        if (!method.equals(plan.reference())) {
          pairs
              .differences(method, plan.reference())
              .ifPresent(
                  each -> {
                    others.add(method);
                    tests.add(TTest.paired(each, plan.level()));
                  });
        }
      }
      return of(others, tests, plan);
    }

    private static List<Difference> of(List<String> others, List<TTest> tests, Plan plan) {
      double[] corrected = plan.correction().apply(tests.stream().mapToDouble(TTest::p).toArray());
      List<Difference> differences = new ArrayList<>();
      for (int i = 0; i < others.size(); i++) {
        differences.add(new Difference(others.get(i), tests.get(i), corrected[i]));
      }
      return differences;
    }
  }

  /**
   * One of several.
   *
   * @param question what was asked
   * @param options what could be chosen, with what people read
   * @param shares for each method, of all answers those in which each option was chosen, in the
   *     options' order
   */
  record Options(
      FurtherQuestion question, List<Questionnaire.Option> options, Map<String, List<Rate>> shares)
      implements Further {
    /** Keeps the order of the map. */
    public Options {
      options = List.copyOf(options);
      shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    }

    private static Options of(
        FurtherQuestion question, Questionnaire.Choice choice, List<Arm> arms) {
      Map<String, List<Rate>> shares = new LinkedHashMap<>();
      for (Arm arm : arms) {
        Map<String, Long> counts =
            said(arm, question)
                .collect(Collectors.groupingBy(value -> value, Collectors.counting()));
        int all = (int) said(arm, question).count();
        shares.put(
            arm.method(),
            choice.values().stream()
                .map(value -> new Rate(counts.getOrDefault(value, 0L).intValue(), all))
                .toList());
      }
      return new Options(question, choice.named(Text::of).options(), shares);
    }
  }

  /**
   * Words of people's own, which can name them and are only counted; and what no study tells about.
   *
   * @param question what was asked
   * @param shares for each method, of all trials those in which something was said
   */
  record Words(FurtherQuestion question, Map<String, Rate> shares) implements Further {
    /** Keeps the order of the map. */
    public Words {
      shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    }

    private static Words of(FurtherQuestion question, List<Arm> arms) {
      Map<String, Rate> shares = new LinkedHashMap<>();
      for (Arm arm : arms) {
        shares.put(
            arm.method(), new Rate((int) said(arm, question).count(), (int) arm.answers().count()));
      }
      return new Words(question, shares);
    }
  }

  /** What was said to each question, those of the study first; then to those it does not know. */
  static List<Further> of(List<Arm> arms, Plan plan) {
    List<FurtherQuestion> known = plan.asked().further();
    Set<String> others = new TreeSet<>();
    arms.forEach(arm -> arm.answers().forEach(answer -> others.addAll(answer.further().keySet())));
    known.forEach(question -> others.remove(question.id()));
    return Stream.concat(
            known.stream(),
            others.stream()
                .map(
                    id ->
                        new FurtherQuestion(
                            id,
                            Text.of(id),
                            false,
                            false,
                            new Questionnaire.FreeText(Integer.MAX_VALUE))))
        .map(question -> of(question, asked(question, arms, plan), plan))
        .toList();
  }

  private static List<Arm> asked(FurtherQuestion question, List<Arm> arms, Plan plan) {
    return arms.stream()
        .filter(arm -> !question.explained() || !plan.asked().unexplained().contains(arm.method()))
        .toList();
  }

  private static Further of(FurtherQuestion question, List<Arm> arms, Plan plan) {
    if (question.answer() instanceof Questionnaire.Scale scale) {
      return Numbers.of(question, scale.min(), scale.max(), arms, plan);
    }
    if (question.answer() instanceof Questionnaire.WholeNumber number) {
      return Numbers.of(question, number.min(), number.max(), arms, plan);
    }
    if (question.answer() instanceof Questionnaire.Choice choice) {
      return Options.of(question, choice, arms);
    }
    return Words.of(question, arms);
  }

  private static Stream<String> said(Arm arm, FurtherQuestion question) {
    return arm.participants().stream().flatMap(person -> said(person, question));
  }

  private static Stream<String> said(Participant person, FurtherQuestion question) {
    return person.answers().stream()
        .map(answer -> answer.further().get(question.id()))
        .filter(Objects::nonNull);
  }
}
