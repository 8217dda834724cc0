package org.xaistudy.analysis.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.csv.InvalidCsvException;
import org.xaistudy.analysis.exclusion.Eligibility;
import org.xaistudy.analysis.exclusion.ExclusionRule;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.plan.Resampling;
import org.xaistudy.analysis.power.Population;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.analysis.responses.ResponsesFile;
import org.xaistudy.studies.Study.Subjects;

/** Files and results of studies in which each person judges with all methods. */
class WithinTest {
  private static final String HEADER =
      "participant,method,trial,stimulus,truth,answer,confidence,completed,response_time_ms\n";

  private static Responses read(String csv, Subjects subjects) {
    return ResponsesFile.read(
        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "responses.csv", subjects);
  }

  /** Twenty people who differ; with b they see less, and hesitant ones drop out before c. */
  private static String csv() {
    StringBuilder csv = new StringBuilder(HEADER);
    SplittableRandom random = new SplittableRandom(7);
    for (int person = 0; person < 20; person++) {
      Population.Person base = new Population(2, 0.8, 0, 0.4).draw(random);
      boolean leaves = person % 10 == 9;
      int trial = 0;
      for (String method : leaves ? List.of("a", "b") : List.of("a", "b", "c")) {
        double less = method.equals("b") ? 1 : 0;
        var who = new Population.Person(base.sensitivity() - less, base.criterion());
        for (int i = 0; i < 8; i++) {
          boolean truth = i % 2 == 0;
          boolean yes = random.nextDouble() < (truth ? who.hit() : who.falseAlarm());
          csv.append(
              "p%d,%s,%d,s%d,%s,%s,%d,%s,%d%n"
                  .formatted(
                      person,
                      method,
                      ++trial,
                      (trial * 5 + person) % 40,
                      truth ? "yes" : "no",
                      yes ? "yes" : "no",
                      method.equals("c") ? 3 : 6,
                      leaves ? "no" : "yes",
                      4000 + 10 * trial));
        }
      }
    }
    return csv.toString();
  }

  private static Results results(Responses responses) {
    Plan plan = Plan.comparingWith("a", responses).resampling(new Resampling(500, 1));
    return Results.of(responses, plan, ProgressListener.SILENT);
  }

  @Test
  void aPersonIsOnePersonWithSeveralMethods() {
    Responses responses = read(csv(), Subjects.WITHIN);
    assertThat(responses.participants()).hasSize(20);
    assertThat(responses.within()).isTrue();
    assertThat(responses.methods()).containsExactly("a", "b", "c");
    Results results = results(responses);
    assertThat(results.flow().kept().participants()).as("who finished").hasSize(18);
    assertThat(results.flow().steps().get(1).leftOut()).hasSize(2);
    assertThat(results.flow().steps().get(1).leftOut("b")).isEqualTo(2);
    assertThat(results.flow().steps().get(1).leftOut("c")).isZero();
    assertThat(results.arms()).extracting(arm -> arm.arm().participants().size()).containsOnly(18);
    assertThat(Written.value(results, "test.correct", "a", "pairs")).isEqualTo(18);
  }

  /** What Welch's test takes for noise between people is theirs with either method. */
  @Test
  void pairsAreComparedAsPairs() {
    Results results = results(read(csv(), Subjects.WITHIN));
    MeasureResult correct = results.primary();
    assertThat(correct.paired()).isTrue();
    assertThat(correct.comparisons()).allMatch(Comparison::paired);
    Comparison with = correct.with("b").orElseThrow();
    double[] a = results.arms().get(0).arm().means(Measure.CORRECT);
    double[] b = results.arms().get(1).arm().means(Measure.CORRECT);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] - b[i];
      squares += (a[i] - b[i]) * (a[i] - b[i]);
    }
    double mean = sum / a.length;
    double variance = (squares - a.length * mean * mean) / (a.length - 1);
    assertThat(with.leading().t())
        .isCloseTo(
            mean / Math.sqrt(variance / a.length), org.assertj.core.api.Assertions.within(1e-9));
    assertThat(with.leading().df()).isEqualTo(17);
    assertThat(results.specifications())
        .extracting(Specification::way)
        .contains(Specification.Way.PAIRED)
        .doesNotContain(Specification.Way.WELCH, Specification.Way.STUDENT);
  }

  /** Signs at random: with nothing but equal differences only the two extreme ones are as far. */
  @Test
  void signsAreDrawnAtRandom() {
    StringBuilder csv = new StringBuilder(HEADER);
    for (int person = 0; person < 5; person++) {
      for (int trial = 1; trial <= 8; trial++) {
        String method = trial <= 4 ? "a" : "b";
        boolean truth = trial % 2 == 0;
        boolean right = method.equals("a") || trial > 6;
        csv.append(
            "p%d,%s,%d,,%s,%s,5,yes,4000%n"
                .formatted(
                    person, method, trial, truth ? "yes" : "no", truth == right ? "yes" : "no"));
      }
    }
    Responses responses = read(csv.toString(), Subjects.WITHIN);
    Plan plan = Plan.comparingWith("a", responses).resampling(new Resampling(20_000, 3));
    double p =
        Results.of(responses, plan, ProgressListener.SILENT)
            .primary()
            .with("b")
            .orElseThrow()
            .permutation()
            .p();
    double expected = 2 / 32.0;
    double error = Math.sqrt(expected * (1 - expected) / 20_000);
    assertThat(p).isBetween(expected - 5 * error, expected + 5 * error);
  }

  @Test
  void aFileOfAStudyBetweenSubjectsIsRefused() {
    assertThatThrownBy(() -> read(csv(), Subjects.BETWEEN))
        .isInstanceOf(InvalidCsvException.class)
        .hasMessageContaining("method of participant 'p0' is 'b' here but 'a' before");
  }

  @Test
  void rulesAreAboutWholePeople() {
    String straight =
        csv()
            .replaceAll(
                "(?m)^p3,(.*?),(\\d+),(s\\d+),(yes|no),(yes|no),\\d", "p3,$1,$2,$3,$4,yes,6");
    Responses responses = read(straight, Subjects.WITHIN);
    Plan plan = Plan.comparingWith("a", responses).resampling(new Resampling(100, 1));
    Plan strict =
        new Plan(
            plan.wording(),
            plan.methods(),
            plan.inference(),
            Eligibility.by(List.of(ExclusionRule.STRAIGHT_LINING)),
            plan.resampling(),
            plan.looks(),
            plan.dates(),
            plan.preregistered());
    Results results = Results.of(responses, strict, ProgressListener.SILENT);
    assertThat(results.flow().steps().get(0).leftOut()).extracting("id").containsExactly("p3");
    assertThat(results.arms()).allMatch(arm -> arm.arm().participants().size() >= 17);
  }
}
