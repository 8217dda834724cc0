package org.xaistudy.analysis.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.analysis.responses.Source;

class FlowTest {
  private static final Participant FINE = person("fine", true, "", 5000, false, Source.LINK);
  private static final Participant UNFINISHED =
      person("unfinished", false, "another mark", 10, true, Source.LINK);
  private static final Participant FLAGGED =
      person("flagged", true, "place given away", 5000, false, Source.LINK);
  private static final Participant INATTENTIVE =
      person("inattentive", false, "failed attention checks", 5000, false, Source.LINK);
  private static final Participant HASTY = person("hasty", true, "", 300, false, Source.LINK);
  private static final Participant STRAIGHT = person("straight", true, "", 5000, true, Source.LINK);
  private static final Participant PREVIEW =
      person("preview", true, "", 5000, false, Source.PREVIEW);
  private static final Participant SIMULATED =
      person("simulated", true, "", 5000, false, Source.SIMULATED);

  @Test
  void eachIsLeftOutByTheFirstRuleThatIsAboutThem() {
    Flow flow = flow(FINE, UNFINISHED, FLAGGED, INATTENTIVE, HASTY, STRAIGHT, PREVIEW, SIMULATED);
    assertThat(flow.all()).isEqualTo(8);
    assertThat(flow.setAside()).isEqualTo(2);
    assertThat(flow.steps().stream().map(step -> step.leftOut()))
        .containsExactly(
            List.of(INATTENTIVE),
            List.of(UNFINISHED),
            List.of(FLAGGED),
            List.of(HASTY),
            List.of(STRAIGHT));
    assertThat(flow.kept().participants()).containsExactly(FINE);
    assertThat(flow.leftOut()).isEqualTo(5);
    assertThat(flow.before().participants())
        .containsExactlyInAnyOrder(FINE, INATTENTIVE, UNFINISHED, FLAGGED, HASTY, STRAIGHT);
    assertThat(flow.simulated()).isFalse();
  }

  @Test
  void simulatedStudiesAreAnalysedButSaySo() {
    Flow flow = flow(SIMULATED, PREVIEW);
    assertThat(flow.kept().participants()).containsExactly(SIMULATED);
    assertThat(flow.simulated()).isTrue();
  }

  @Test
  void failedAttentionChecksAreAMarkLikeAnyOtherWhereNoRuleCountsThemApart() {
    Responses people = new Responses("", "", List.of(FINE, INATTENTIVE, FLAGGED));
    Flow flow = Flow.of(people, List.of(Rule.FLAGGED));
    assertThat(flow.steps().get(0).leftOut()).containsExactly(INATTENTIVE, FLAGGED);
  }

  @Test
  void nobodyIsTooFastWhoseTimesWereNotRecorded() {
    Participant untimed = person("untimed", true, "", Answer.UNKNOWN_TIME, false, Source.LINK);
    assertThat(flow(untimed).kept().participants()).containsExactly(untimed);
  }

  private static Flow flow(Participant... people) {
    return Flow.of(
        new Responses("", "", List.of(people)),
        List.of(
            Rule.ATTENTION,
            Rule.INCOMPLETE,
            Rule.FLAGGED,
            Rule.tooFast(1000),
            Rule.STRAIGHT_LINING));
  }

  private static Participant person(
      String id, boolean completed, String excluded, int time, boolean straight, Source source) {
    List<Answer> answers =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    new Answer("", i + 1, i < 3, straight || i % 2 == 0, 5, straight ? 5 : i, time))
            .toList();
    return new Participant(id, "crp", answers, completed, excluded, source);
  }
}
