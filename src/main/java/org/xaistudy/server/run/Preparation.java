package org.xaistudy.server.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.xaistudy.server.assignment.Places;
import org.xaistudy.studies.Comprehension;
import org.xaistudy.studies.Recruitment.Outcome;
import org.xaistudy.studies.Study;

/** The rules of a run before its first trial. What is sent out of turn changes nothing. */
@ApplicationScoped
public class Preparation {
  private final Courses courses;
  private final Places places;
  private final Clock clock;

  Preparation(Courses courses, Places places, Clock clock) {
    this.courses = courses;
    this.places = places;
    this.clock = clock;
  }

  /**
   * Notes how large the window is, if it is large enough.
   *
   * @param width in CSS pixels; empty where the page could not measure it and the person says that
   *     it fits
   * @param height in CSS pixels; empty as above
   * @return the course; still at {@link Stage.Device}, and nothing stored, if the window is too
   *     small
   */
  @Transactional
  public Course device(String token, OptionalInt width, OptionalInt height) {
    Course course = courses.lockAndKeep(token);
    if (course.stage() instanceof Stage.Device) {
      Study.Device least = course.study().device().orElseThrow();
      if (width.orElse(least.minWidth()) >= least.minWidth()
          && height.orElse(least.minHeight()) >= least.minHeight()) {
        course.run().deviceChecked(width, height, clock.instant());
      }
    }
    return course;
  }

  /** Ends a run whose window is too small and cannot be made larger. */
  @Transactional
  public Course incompatible(String token) {
    Course course = courses.lockAndKeep(token);
    if (course.stage() instanceof Stage.Device) {
      end(course.run(), Outcome.INCOMPATIBLE_DEVICE);
    }
    return course;
  }

  /** Notes that the instructions were read: the first, or those of one more method. */
  @Transactional
  public Course instructed(String token) {
    Course course = courses.lockAndKeep(token);
    if (course.stage() instanceof Stage.Instructions) {
      if (course.run().isInstructed()) {
        course.run().instructedFurther();
      } else {
        course.run().instructed(clock.instant());
      }
    }
    return course;
  }

  /**
   * Counts a try at the questions about the instructions. After a wrong one the instructions come
   * again, and after the last try the run ends.
   *
   * @param chosen index of the chosen answer for each question, from 0
   */
  @Transactional
  public Course comprehended(String token, List<Integer> chosen) {
    Course course = courses.lockAndKeep(token);
    if (course.stage() instanceof Stage.Comprehension) {
      Comprehension check = course.study().comprehension().orElseThrow();
      boolean right = areRight(check.questions(), chosen);
      course.run().tried(right, clock.instant());
      if (!right && course.run().comprehensionTries() >= check.tries()) {
        end(course.run(), Outcome.SCREENED_OUT);
      }
    }
    return course;
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
}
