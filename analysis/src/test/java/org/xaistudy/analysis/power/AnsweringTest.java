package org.xaistudy.analysis.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.xaistudy.analysis.ProgressListener.SILENT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.analysis.ChosenPlaces;
import org.xaistudy.analysis.OtherTasks;
import org.xaistudy.analysis.comparison.Correction;
import org.xaistudy.analysis.responses.Judgement;
import org.xaistudy.studies.ExpectedEffects;
import org.xaistudy.studies.Study;

class AnsweringTest {
  private static final int MANY = 200_000;

  @TempDir Path folder;

  /** By R 4.2.2: integrate(function(x) dnorm(x - d) * pnorm(x)^(k - 1), -Inf, Inf). */
  @ParameterizedTest
  @CsvSource({"1.5,4,0.701863", "1,4,0.552031", "0.4,4,0.362696", "0,6,0.166667"})
  void whoChoosesIsRightAsOftenAsSignalDetectionSays(double d, int options, double expected) {
    SplittableRandom random = new SplittableRandom(1);
    Answering choice = new Answering.Choice(options);
    Population.Person who = new Population.Person(d, 0);
    long right =
        IntStream.range(0, MANY)
            .mapToObj(i -> choice.judge(who, true, 0, random))
            .filter(judgement -> ((Judgement.Scored) judgement).correct())
            .count();
    assertThat((double) right / MANY).isCloseTo(expected, within(0.005));
  }

  /** By R 4.2.2, from the normal probabilities of the five points. */
  @ParameterizedTest
  @CsvSource({"2,0,true,2.073017", "2,0,false,3.926983", "1.6,0.5,true,2.711976"})
  void whoRatesGivesAsManyPointsAsTheEvidenceSays(
      double d, double criterion, boolean cheats, double expected) {
    SplittableRandom random = new SplittableRandom(1);
    Answering rating = new Answering.Rating();
    Population.Person who = new Population.Person(d, criterion);
    double mean =
        IntStream.range(0, MANY)
            .mapToObj(i -> rating.judge(who, cheats, 0, random))
            .mapToInt(judgement -> ((Judgement.Rating) judgement).points())
            .average()
            .orElseThrow();
    assertThat(mean).isCloseTo(expected, within(0.01));
  }

  /**
   * By R 4.2.2: 0.952 of 20,000 times t.test of 20 and 20 binomial shares of 14 trials finds it.
   */
  @Test
  void thePowerOfChoicesIsThatOfTheirAccuracy() {
    Power power =
        new PowerAnalysis(design(new Answering.Choice(4), 1.5, 1, 14, 0), Decision.MEANS, 2000, 1)
            .at(20, SILENT);
    assertThat(power.least()).isCloseTo(0.952, within(0.02));
  }

  @Test
  void withoutADifferenceRatingsDifferAsOftenAsAlphaSays() {
    PowerAnalysis same =
        new PowerAnalysis(design(new Answering.Rating(), 1, 1, 7, 7), Decision.MEANS, 2000, 1);
    assertThat(same.at(25, SILENT).least()).isBetween(0.035, 0.065);
  }

  private static Design design(
      Answering answering, double reference, double other, int yes, int no) {
    Map<String, Population> arms = new LinkedHashMap<>();
    arms.put("reference", new Population(reference, 0, 0, 0));
    arms.put("other", new Population(other, 0, 0, 0));
    return new Design(
        "reference", arms, 25, 0, Map.of(), answering, yes, no, 30, 0, Correction.HOLM, 0.05, 0.8);
  }

  private static ExpectedEffects expected(Study study, Double criterion, Double stimulusSpread) {
    Map<String, Double> dPrime = new LinkedHashMap<>();
    study.methods().forEach(method -> dPrime.put(method.id(), 1.0));
    return new ExpectedEffects(
        dPrime,
        0.5,
        Optional.ofNullable(criterion),
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(stimulusSpread),
        Optional.empty());
  }

  @Test
  void whatPeopleAnswerFollowsFromTheTask() throws IOException {
    assertThat(Answering.of(OtherTasks.forwardSimulation(folder)))
        .isEqualTo(new Answering.Choice(4));
    assertThat(Answering.of(ChosenPlaces.study())).isEqualTo(new Answering.Choice(4));
    assertThat(Answering.of(OtherTasks.recommendation(folder))).isEqualTo(new Answering.Rating());
  }

  @Test
  void whatHasNoMeaningIsRefused() throws IOException {
    Study study = ChosenPlaces.study();
    Answering choice = Answering.of(study);
    choice.check(study.id(), expected(study, null, null));
    assertThatThrownBy(() -> choice.check(study.id(), expected(study, 0.5, 1.0)))
        .isInstanceOf(AnalysisException.class)
        .hasMessage(
            "birds-distinction: leave out stimulusSpread, criterion under analysis.power, which are"
                + " of answers of yes and no");
    new Answering.Rating().check("x", expected(study, 0.5, null));
    Design design = design(choice, 1, 1, 10, 0);
    assertThatThrownBy(() -> new PowerAnalysis(design, Decision.MODEL, 10, 1))
        .isInstanceOf(AnalysisException.class)
        .hasMessageContaining("expected --by means");
    Path found = folder.resolve("statistics.csv");
    Files.writeString(found, "table,method,versus,quantity,value,direction\n");
    assertThatThrownBy(() -> Design.of(study, ReportedEffects.read(found)))
        .hasMessageContaining("for the task distinction state what you expect");
  }
}
