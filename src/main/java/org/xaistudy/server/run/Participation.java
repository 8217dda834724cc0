package org.xaistudy.server.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xaistudy.server.assignment.Places;
import org.xaistudy.server.questionnaire.Replies;
import org.xaistudy.server.trial.Behaviour;
import org.xaistudy.server.trial.Inquiry;
import org.xaistudy.server.trial.Judgement;
import org.xaistudy.server.trial.Trial;
import org.xaistudy.server.trial.Trials;
import org.xaistudy.studies.Questionnaire;
import org.xaistudy.studies.Questionnaire.When;
import org.xaistudy.studies.Recruitment.Outcome;
import org.xaistudy.studies.Study;

/**
 * The rules of a run from its first trial on; those before are in {@link Preparation}. Whatever a
 * person sends, in whatever order and however often, the next stage follows from what is stored.
 */
@ApplicationScoped
public class Participation {
  private final Courses courses;
  private final Runs runs;
  private final Trials trials;
  private final Places places;
  private final Replies replies;
  private final Clock clock;

  Participation(
      Courses courses, Runs runs, Trials trials, Places places, Replies replies, Clock clock) {
    this.courses = courses;
    this.runs = runs;
    this.trials = trials;
    this.places = places;
    this.replies = replies;
    this.clock = clock;
  }

  /**
   * Asks where a run stands; nothing changes.
   *
   * @throws RunNotFoundException if no run has this token, as everywhere here
   * @throws StudyChangedException if what people see was edited since the run began, as everywhere
   *     here
   */
  @Transactional
  public Course of(String token) {
    return courses.of(token);
  }

  /** Goes on by being there: keeps the place of a person who looks at a page. */
  @Transactional
  public Course advance(String token) {
    return courses.advance(token);
  }

  /** Goes on by being shown the next stage: {@link #advance}, and the trial counts as shown. */
  @Transactional
  public Course show(String token) {
    return shown(courses.advance(token));
  }

  /** Notes that the trial that is next is being shown, inside the transaction that read it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Course shown(Course course) {
    if (course.stage() instanceof Stage.Judge judge) {
      trials.shown(judge.trial());
    }
    return course;
  }

  /**
   * Stores an answer if the trial is the one to be answered now, and otherwise changes nothing. The
   * last answer completes the run in the same transaction; one attention check too many that is not
   * answered as it asks ends it.
   *
   * @param position of the trial, from 1
   * @throws UnfitAnswerException if the answer does not say exactly what this trial asks, which has
   *     none yet
   */
  @Transactional
  public Course answer(String token, int position, Judgement judgement, Behaviour behaviour) {
    Course course = courses.lock(token);
    if (position > course.trials().answered()) {
      course.trials().at(position).ifPresent(trial -> check(course.inquiry(trial), judgement));
    }
    return course.stage() instanceof Stage.Judge judge && judge.trial().position() == position
        ? answer(course, judge.trial(), judgement, behaviour)
        : course;
  }

  private Course answer(Course course, Trial trial, Judgement judgement, Behaviour behaviour) {
    Course answered =
        course.with(trials.answer(course.open(), course.trials(), trial, judgement, behaviour));
    Run run = course.run();
    if (isInattentive(answered)) {
      run.end(Outcome.FAILED_ATTENTION, clock.instant());
      places.release(run.occupant());
    } else if (answered.isWaitingToBeCounted()) {
      return courses.complete(answered);
    } else {
      courses.keep(answered);
    }
    return answered;
  }

  private static void check(Inquiry inquiry, Judgement judgement) {
    List<String> wanting = inquiry.wanting(judgement);
    if (!wanting.isEmpty()) {
      throw new UnfitAnswerException(inquiry, wanting);
    }
  }

  private static boolean isInattentive(Course course) {
    Optional<Study.Attention> attention = course.study().attention();
    return attention.isPresent() && course.trials().failedAttention() > attention.get().mayFail();
  }

  /**
   * Stores the replies to what is asked now, once.
   *
   * @param said by the question's id
   * @return ids of the questions whose reply is wanting; nothing is stored unless it is empty
   */
  @Transactional
  public List<String> reply(String token, Map<String, String> said) {
    Course course = courses.lock(token);
    if (!(course.stage() instanceof Stage.Questions asked)) {
      return List.of();
    }
    List<Questionnaire> questions = course.study().questionnaire(asked.when());
    List<String> wanting = replies.wanting(questions, said);
    if (wanting.isEmpty()) {
      replies.store(course.run().id(), questions, said);
      if (asked.when() == When.BEFORE) {
        course.run().reported(clock.instant());
      } else {
        course.run().questioned(clock.instant());
      }
    }
    return wanting;
  }

  /** Shows heat maps in these colours from now on; in the other ones if null. */
  @Transactional
  public Run see(String token, Colours colours) {
    Run run = courses.locked(token);
    run.see(colours == null ? run.colours().other() : colours);
    return run;
  }

  /** Deletes a run with all its answers, and gives its place to someone else. */
  @Transactional
  public void withdraw(String token) {
    Run run = courses.locked(token);
    places.release(run.occupant());
    runs.delete(run);
  }

  /** The run that a link names, also where its study was edited since. */
  @Transactional
  public Run find(String token) {
    return runs.find(token).orElseThrow(RunNotFoundException::new);
  }
}
