package org.xaistudy.analysis.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.exclusion.Flow;
import org.xaistudy.analysis.plan.Looks;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.responses.Responses;

class LookTest {
  private static final Looks THREE = new Looks("", List.of(3, 5, 8));

  /** What the limits are is held by {@code AlphaSpendingTest}. */
  @Test
  void theArmWithTheFewestWhoHaveFinishedTellsTheLook() {
    Look before = look(THREE, 2, 9, 9);
    assertThat(before.finished()).isEqualTo(2);
    assertThat(before.foreseen()).isFalse();
    assertThat(before.nominal()).isNaN();
    assertThat(before.raised(0.03)).isEqualTo(0.03);
    Look first = look(THREE, 9, 3, 5);
    assertThat(first.finished()).isEqualTo(3);
    assertThat(first.foreseen()).isTrue();
    assertThat(first.number()).isZero();
    assertThat(first.nominal()).isPositive().isLessThan(look(THREE, 5, 6, 7).nominal());
    assertThat(first.raised(first.nominal())).isCloseTo(0.05, within(1e-6));
    assertThat(look(THREE, 9, 9, 4).number()).isZero();
    assertThat(look(THREE, 8, 9, 10).number()).isEqualTo(2);
  }

  @Test
  void whoHasNotFinishedDoesNotBringALookNearer() {
    List<Participant> people = new ArrayList<>(Simulated.study(1, 3, 3, 3).participants());
    Participant one = people.get(0);
    people.set(
        0,
        new Participant(
            one.id(), one.method(), one.answers(), false, "", one.source(), one.version()));
    assertThat(look(THREE, new Responses("", "", people)).finished()).isEqualTo(2);
  }

  @Test
  void oneLookRaisesNothing() {
    Looks once = new Looks("", List.of(3));
    Look look = look(once, 3, 3, 3);
    assertThat(look.foreseen()).isTrue();
    assertThat(look.nominal()).isNaN();
    assertThat(look.raised(0.03)).isEqualTo(0.03);
  }

  private static Look look(Looks looks, int... people) {
    return look(looks, Simulated.study(1, people));
  }

  private static Look look(Looks looks, Responses answers) {
    Plan plan = Plan.comparingWith("m0", answers);
    Plan planned =
        new Plan(
            plan.wording(),
            plan.methods(),
            plan.inference(),
            plan.eligibility(),
            plan.resampling(),
            Optional.of(looks),
            plan.dates(),
            true);
    return Look.of(Flow.of(answers, planned.eligibility()), planned).orElseThrow();
  }
}
