package org.xaistudy.server.participation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.xaistudy.server.assignment.Places;
import org.xaistudy.server.enrolment.Run;
import org.xaistudy.server.enrolment.Runs;
import org.xaistudy.studies.Comprehension;
import org.xaistudy.studies.Recruitment.Outcome;
import org.xaistudy.studies.Study;

/** The rules of a run before its first trial. What is sent out of turn changes nothing. */
@ApplicationScoped
public class Preparation {
  private final OpenRuns open;
  private final Runs runs;
  private final Places places;
  private final Steps steps;
  private final Clock clock;

  Preparation(OpenRuns open, Runs runs, Places places, Steps steps, Clock clock) {
    this.open = open;
    this.runs = runs;
    this.places = places;
    this.steps = steps;
    this.clock = clock;
  }

  /**
   * Notes how large the window is.
   *
   * @param width in CSS pixels; empty where the page could not measure it and the person says that
   *     it fits
   * @param height in CSS pixels; empty as above
   * @return whether it is large enough; nothing is stored if not
   */
  @Transactional
  public boolean device(String token, OptionalInt width, OptionalInt height) {
    Run run = runs.lock(token).orElseThrow();
    if (!(step(run) instanceof Step.Device)) {
      return true;
    }
    Study.Device least = open.study(run).study().device().orElseThrow();
    boolean fits =
        width.orElse(least.minWidth()) >= least.minWidth()
            && height.orElse(least.minHeight()) >= least.minHeight();
    if (fits) {
      run.deviceChecked(width, height, clock.instant());
    }
    return fits;
  }

  /** Ends a run whose window is too small and cannot be made larger. */
  @Transactional
  public void incompatible(String token) {
    Run run = runs.lock(token).orElseThrow();
    if (step(run) instanceof Step.Device) {
      end(run, Outcome.INCOMPATIBLE_DEVICE);
    }
  }

  /** Notes that the instructions were read. */
  @Transactional
  public void instructed(String token) {
    Run run = runs.lock(token).orElseThrow();
    if (step(run) instanceof Step.Instructions) {
      run.instructed(clock.instant());
    }
  }

  /**
   * Counts a try at the questions about the instructions. After a wrong one the instructions come
   * again, and after the last try the run ends.
   *
   * @param chosen index of the chosen answer for each question, from 0
   */
  @Transactional
  public void comprehended(String token, List<Integer> chosen) {
    Run run = runs.lock(token).orElseThrow();
    if (!(step(run) instanceof Step.Comprehension)) {
      return;
    }
    Comprehension check = open.study(run).study().comprehension().orElseThrow();
    boolean right = areRight(check.questions(), chosen);
    run.tried(right, clock.instant());
    if (!right && run.comprehensionTries() >= check.tries()) {
      end(run, Outcome.SCREENED_OUT);
    }
  }

  private static boolean areRight(List<Comprehension.Question> questions, List<Integer> chosen) {
    return chosen.size() == questions.size()
        && IntStream.range(0, chosen.size())
            .allMatch(i -> chosen.get(i) == questions.get(i).right());
  }

  private void end(Run run, Outcome outcome) {
    run.end(outcome, clock.instant());
    places.release(run.occupant());
  }

  private Step step(Run run) {
    return steps.next(run, open.study(run));
  }
}
