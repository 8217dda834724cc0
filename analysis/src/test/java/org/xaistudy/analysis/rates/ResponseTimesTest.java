package org.xaistudy.analysis.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.responses.Source;

class ResponseTimesTest {
  @Test
  void mediansAreOfAllRightAndWrongAnswersApart() {
    ResponseTimes times =
        ResponseTimes.of(
            arm(right(100), right(300), right(900), right(901), wrong(50), wrong(7000), wrong(8)));
    assertThat(times).isEqualTo(new ResponseTimes(300, 600, 50));
    assertThat(times.recorded()).isTrue();
  }

  @Test
  void answersWithoutATimeDoNotCount() {
    ResponseTimes times =
        ResponseTimes.of(arm(right(Answer.UNKNOWN_TIME), right(400), wrong(Answer.UNKNOWN_TIME)));
    assertThat(times).isEqualTo(new ResponseTimes(400, 400, Double.NaN));
  }

  @Test
  void withoutAnyTimesNothingWasRecorded() {
    assertThat(ResponseTimes.of(arm(right(Answer.UNKNOWN_TIME))).recorded()).isFalse();
  }

  private static Arm arm(Answer... answers) {
    List<Answer> all = Arrays.asList(answers);
    return new Arm("m", List.of(new Participant("p", "m", all, true, "", Source.LINK, 1)));
  }

  private static Answer right(int time) {
    return new Answer("", 0, true, true, 5, 5, time);
  }

  private static Answer wrong(int time) {
    return new Answer("", 0, true, false, 5, 5, time);
  }
}
