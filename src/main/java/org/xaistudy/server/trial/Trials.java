package org.xaistudy.server.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
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
    Study.Design design = study.study().design();
    List<Part> parts =
        plans.of(study, seat).stream().map(block -> part(study, block, draw, chance)).toList();
    int checks = study.study().attention().map(Study.Attention::checks).orElse(0);
    IntFunction<Inquiry> inquiry =
        judged -> Inquiry.of(study.study(), parts.get(judged / design.count()).method());
    Map<Integer, Judgement> attention =
        draw.attention(study.study().trialsPerPerson(), checks, inquiry);
    List<Stimulus> training = study.bundle().manifest().stimuli(Use.TRAINING);
    List<List<Stimulus>> trainings = Sessions.of(training, design.sessions(), chance);
    List<Trial> drawn = new ArrayList<>();
    int judged = 0;
    for (Part part : parts) {
      Laid laid = new Laid(run, part.method(), study.study().task(), part.places(), drawn);
      part.practice().forEach(one -> laid.show(Kind.PRACTICE, one));
      for (int session = 0; session < design.sessions(); session++) {
        trainings.get(session).forEach(one -> laid.show(Kind.TRAINING, one));
        for (Stimulus stimulus : part.tests().get(session)) {
          Optional.ofNullable(attention.get(judged++)).ifPresent(laid::check);
          laid.show(Kind.TRIAL, stimulus);
        }
      }
    }
    Trial.persist(drawn);
    return new TrialSequence(
        drawn.stream().map(trial -> new AnsweredTrial(trial, Optional.empty())).toList());
  }

  /**
   * What a person sees with one method.
   *
   * @param places where right explanations stand, if people choose one of several
   * @param practice what they practise with
   * @param tests what counts, session after session
   */
  private record Part(
      String method,
      Optional<RightPlaces> places,
      List<Stimulus> practice,
      List<List<Stimulus>> tests) {}

  private static Part part(OpenStudy study, Block block, Draw draw, ReplayableChance chance) {
    Study.Design design = study.study().design();
    Optional<RightPlaces> places = places(study.study(), chance);
    List<Stimulus> practice =
        draw.practice(study.bundle().manifest().stimuli(Use.PRACTICE), design.practiceTrials());
    List<List<Stimulus>> tests =
        design.order() == Order.FIXED
            ? Sessions.cut(block.stimuli(), design.sessions())
            : Sessions.of(block.stimuli(), design.sessions(), chance);
    return new Part(block.method(), places, practice, tests);
  }

  /** Nothing is drawn where the right answer follows from the stimulus. */
  private static Optional<RightPlaces> places(Study study, ReplayableChance chance) {
    return study.task().key() == Task.Key.CANDIDATE
        ? Optional.of(new RightPlaces(study, chance))
        : Optional.empty();
  }

  /** Trials of a run with one method, one after the other. */
  private record Laid(
      long run, String method, Task task, Optional<RightPlaces> places, List<Trial> trials) {
    void show(Kind kind, Stimulus stimulus) {
      int position = trials.size() + 1;
      Optional<String> right =
          places.map(each -> each.next(kind)).or(() -> task.rightAnswer(stimulus));
      trials.add(new Trial(run, position, method, kind, stimulus, right));
    }

    void check(Judgement asked) {
      trials.add(new Trial(run, trials.size() + 1, method, asked));
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
