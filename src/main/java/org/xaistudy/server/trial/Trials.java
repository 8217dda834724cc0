package org.xaistudy.server.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.environment.ReplayableChance;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.Study.Order;
import org.xaistudy.studies.Task;
import org.xaistudy.studies.manifest.Manifest.Stimulus;
import org.xaistudy.studies.manifest.Manifest.Use;

/** The trials of all runs. Every method runs inside its caller's transaction. */
@ApplicationScoped
public class Trials {
  private final Clock clock;
  private final Plans plans;

  Trials(Clock clock, Plans plans) {
    this.clock = clock;
    this.plans = plans;
  }

  /**
   * Draws and stores what a run will see: the stimuli of its place, so that those of an arm are
   * shown equally often whoever comes and goes, in an order of its own.
   *
   * @param run row of the run
   * @param pseudonym its name, which the draw depends on
   * @param seat the place for which stimuli are drawn
   */
  public TrialSequence draw(OpenStudy study, long run, String pseudonym, Seat seat) {
    ReplayableChance chance = new ReplayableChance(study.drawSecret(), "run/" + pseudonym);
    Draw draw = new Draw(chance, stimulus -> 0);
    var design = study.study().design();
    List<Trial> drawn = new ArrayList<>();
    List<Stimulus> practice = study.bundle().manifest().stimuli(Use.PRACTICE);
    Laid laid = new Laid(run, study.study().task(), places(study.study(), chance), drawn);
    draw.practice(practice, design.practiceTrials()).forEach(one -> laid.show(Kind.PRACTICE, one));
    int sessions = design.sessions();
    List<List<Stimulus>> tests =
        design.order() == Order.FIXED
            ? Sessions.cut(plans.of(study, seat), sessions)
            : Sessions.of(plans.of(study, seat), sessions, chance);
    int checks = study.study().attention().map(Study.Attention::checks).orElse(0);
    Inquiry inquiry = Inquiry.of(study.study(), seat.method());
    Map<Integer, Judgement> attention = draw.attention(design.count(), checks, inquiry);
    List<Stimulus> training = study.bundle().manifest().stimuli(Use.TRAINING);
    List<List<Stimulus>> trainings = Sessions.of(training, sessions, chance);
    int judged = 0;
    for (int session = 0; session < sessions; session++) {
      trainings.get(session).forEach(one -> laid.show(Kind.TRAINING, one));
      for (Stimulus stimulus : tests.get(session)) {
        Optional.ofNullable(attention.get(judged++)).ifPresent(laid::check);
        laid.show(Kind.TRIAL, stimulus);
      }
    }
    Trial.persist(drawn);
    return new TrialSequence(
        drawn.stream().map(trial -> new AnsweredTrial(trial, Optional.empty())).toList());
  }

  /** Nothing is drawn where the right answer follows from the stimulus. */
  private static Optional<RightPlaces> places(Study study, ReplayableChance chance) {
    return study.task().key() == Task.Key.CANDIDATE
        ? Optional.of(new RightPlaces(study, chance))
        : Optional.empty();
  }

  /** Trials of a run, one after the other. */
  private record Laid(long run, Task task, Optional<RightPlaces> places, List<Trial> trials) {
    void show(Kind kind, Stimulus stimulus) {
      int position = trials.size() + 1;
      Optional<String> right =
          places.map(each -> each.next(kind)).or(() -> task.rightAnswer(stimulus));
      trials.add(new Trial(run, position, kind, stimulus, right));
    }

    void check(Judgement asked) {
      trials.add(new Trial(run, trials.size() + 1, asked));
    }
  }

  /** All trials of a run in their order, with the answers so far. */
  public TrialSequence of(long run) {
    return new TrialSequence(
        Trial.getEntityManager()
            .createQuery(
                """
                select t as trial, a as answer
                from Trial t left join Answer a on a.trialId = t.id and a.runId = :run
                where t.runId = :run order by t.positionInRun""",
                Tuple.class)
            .setParameter("run", run)
            .getResultList()
            .stream()
            .map(
                row ->
                    new AnsweredTrial(
                        row.get("trial", Trial.class),
                        Optional.ofNullable(row.get("answer", Answer.class))))
            .toList());
  }

  /** Notes when a trial was shown first. */
  public void shown(Trial trial) {
    trial.shown(clock.instant());
  }

  /**
   * Stores an answer. Whoever calls this holds the run's lock and knows that there is none yet.
   *
   * @return the sequence with the answer
   */
  public TrialSequence answer(
      OpenStudy study,
      TrialSequence sequence,
      Trial trial,
      Judgement judgement,
      Behaviour behaviour) {
    Answer answer = new Answer(trial, judgement, behaviour, study.edition(), clock.instant());
    answer.persist();
    return sequence.with(trial, answer);
  }
}
