package org.xaistudy.analysis.exclusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

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
    Flow flow = Flow.of(people, Eligibility.by(List.of(ExclusionRule.FLAGGED)));
    assertThat(flow.steps().get(0).leftOut()).containsExactly(INATTENTIVE, FLAGGED);
  }

  @Test
  void onlyTheNewestVersionCountsUnlessToldOtherwise() {
    Participant first = of(1, Source.LINK);
    Participant second = of(2, Source.LINK);
    Participant third = of(3, Source.PREVIEW);
    Responses study = new Responses("", "", List.of(third, second, first, second, first, first));
    Flow newest = Flow.of(study, new Eligibility(VersionSelection.NEWEST, List.of()));
    assertThat(newest.kept().participants()).containsExactly(second, second);
    assertThat(newest.versions()).containsExactly(2);
    assertThat(newest.otherVersions()).containsExactly(entry(1, 3));
    Flow older = Flow.of(study, new Eligibility(VersionSelection.only(1), List.of()));
    assertThat(older.kept().participants()).containsExactly(first, first, first);
    Flow all = Flow.of(study, new Eligibility(VersionSelection.ALL, List.of()));
    assertThat(all.kept().participants()).containsExactly(second, first, second, first, first);
    assertThat(all.versions()).containsExactly(1, 2);
    assertThat(all.otherVersions()).isEmpty();
  }

  @Test
  void refusesAVersionThatNobodyAnswered() {
    Responses study = new Responses("", "", List.of(of(1, Source.LINK), of(2, Source.LINK)));
    assertThatThrownBy(() -> Flow.of(study, new Eligibility(VersionSelection.only(3), List.of())))
        .hasMessage("nobody answered version 3 of the study; there are answers to 1, 2");
    Responses unknown = new Responses("", "", List.of(of(0, Source.LINK)));
    assertThatThrownBy(() -> Flow.of(unknown, new Eligibility(VersionSelection.only(1), List.of())))
        .hasMessage("the answers do not tell which version of the study they belong to");
  }

  private static Participant of(int version, Source source) {
    return person("of version " + version, true, "", 5000, false, source, version);
  }

  @Test
  void nobodyIsTooFastWhoseTimesWereNotRecorded() {
    Participant untimed = person("untimed", true, "", Answer.UNKNOWN_TIME, false, Source.LINK);
    assertThat(flow(untimed).kept().participants()).containsExactly(untimed);
  }

  /** The median of an even number of times is the mean of the two in the middle, as everywhere. */
  @Test
  void whoIsTooFastIsToldByTheMedian() {
    assertThat(ids(flow(timed("odd below", 2000, 999, 10), timed("odd at", 2000, 1000, 10))))
        .containsExactly("odd at");
    assertThat(
            ids(
                flow(
                    timed("even below", 10, 800, 1198, 9000),
                    timed("even at", 10, 800, 1200, 9000),
                    timed("half below", 10, 999, 1000, 9000))))
        .containsExactly("even at");
  }

  @Test
  void fourTrialsAreTheFewestThatCanBeStraight() {
    assertThat(ids(flow(straight("three", 3), straight("four", 4)))).containsExactly("three");
  }

  @Test
  void whoIsLeftOutIsCountedByMethod() {
    Participant other =
        new Participant("other", "lrp", UNFINISHED.answers(), false, "", Source.LINK, 1);
    Flow.Step incomplete = flow(FINE, UNFINISHED, other, other, INATTENTIVE).steps().get(1);
    assertThat(incomplete.leftOut("crp")).isEqualTo(1);
    assertThat(incomplete.leftOut("lrp")).isEqualTo(2);
    assertThat(incomplete.leftOut("none")).isZero();
    assertThat(incomplete.rule().id()).isEqualTo("incomplete");
  }

  private static List<String> ids(Flow flow) {
    return flow.kept().participants().stream().map(Participant::id).toList();
  }

  private static Participant timed(String id, int... times) {
    List<Answer> answers =
        IntStream.range(0, times.length)
            .mapToObj(i -> new Answer("", i + 1, true, i % 2 == 0, i, i, times[i]))
            .toList();
    return new Participant(id, "crp", answers, true, "", Source.LINK, 1);
  }

  private static Participant straight(String id, int trials) {
    List<Answer> answers =
        IntStream.range(0, trials)
            .mapToObj(i -> new Answer("", i + 1, i % 2 == 0, true, 5, 5, 5000))
            .toList();
    return new Participant(id, "crp", answers, true, "", Source.LINK, 1);
  }

  private static Flow flow(Participant... people) {
    return Flow.of(
        new Responses("", "", List.of(people)),
        Eligibility.by(
            List.of(
                ExclusionRule.ATTENTION,
                ExclusionRule.INCOMPLETE,
                ExclusionRule.FLAGGED,
                ExclusionRule.tooFast(1000),
                ExclusionRule.STRAIGHT_LINING)));
  }

  private static Participant person(
      String id, boolean completed, String excluded, int time, boolean straight, Source source) {
    return person(id, completed, excluded, time, straight, source, 1);
  }

  private static Participant person(
      String id,
      boolean completed,
      String excluded,
      int time,
      boolean straight,
      Source source,
      int version) {
    List<Answer> answers =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    new Answer("", i + 1, i < 3, straight || i % 2 == 0, 5, straight ? 5 : i, time))
            .toList();
    return new Participant(id, "crp", answers, completed, excluded, source, version);
  }
}
