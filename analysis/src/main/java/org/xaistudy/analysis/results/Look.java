package org.xaistudy.analysis.results;

import java.util.List;
import java.util.Optional;
import org.xaistudy.analysis.comparison.AlphaSpending;
import org.xaistudy.analysis.exclusion.Flow;
import org.xaistudy.analysis.plan.Looks;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.responses.Participant;

/**
 * Which of the planned looks at the data this is.
 *
 * @param number from 0; −1: before the first, so that it was not planned
 * @param planned all of them
 * @param finished people who have finished, in the arm with the fewest
 * @param nominal the two-sided p that counts at this look, before it is corrected for the number of
 *     comparisons; {@code NaN} where there is one look only or this one was not planned
 */
public record Look(int number, Looks planned, int finished, double nominal) {
  static Optional<Look> of(Flow flow, Plan plan) {
    return plan.looks()
        .map(
            looks -> {
              int finished = fewest(flow.before().participants(), plan.methods());
              int number = looks.at(finished);
              double nominal =
                  number < 0 || !looks.several()
                      ? Double.NaN
                      : new AlphaSpending(looks.information()).nominal(number, 1 - plan.level());
              return new Look(number, looks, finished, nominal);
            });
  }

  private static int fewest(List<Participant> people, List<String> methods) {
    return methods.stream()
        .mapToInt(
            method ->
                (int)
                    people.stream()
                        .filter(person -> person.completed() && person.methods().contains(method))
                        .count())
        .min()
        .orElse(0);
  }

  /** Whether the plan foresaw a look with so many people. */
  public boolean foreseen() {
    return number >= 0;
  }

  /** A p-value raised for all looks; as it is where there is one look, or this was not planned. */
  double raised(double p) {
    return foreseen() && planned.several()
        ? new AlphaSpending(planned.information()).adjusted(number, p)
        : p;
  }
}
