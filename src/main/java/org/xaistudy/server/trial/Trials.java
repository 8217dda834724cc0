package org.xaistudy.server.trial;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.manifest.Manifest.Stimulus;
import org.xaistudy.studies.manifest.Manifest.Use;

/** The trials of all runs. Every method runs inside its caller's transaction. */
@ApplicationScoped
public class Trials {
  private final Clock clock;

  Trials(Clock clock) {
    this.clock = clock;
  }

  /**
   * Draws and stores what a run will see.
   *
   * @param run row of the run
   * @param method its arm, within which stimuli are shown equally often
   * @param seed the same seed on the same history gives the same draw
   */
  public void draw(OpenStudy study, long run, String method, long seed) {
    Map<String, Integer> shown = timesShown(study.version(), method);
    Draw draw = new Draw(new Random(seed), stimulus -> shown.getOrDefault(stimulus.id(), 0));
    var design = study.study().design();
    var manifest = study.bundle().manifest();
    int place = 0;
    for (Stimulus s : draw.practice(manifest.stimuli(Use.PRACTICE), design.practiceTrials())) {
      new Trial(run, ++place, Kind.PRACTICE, s).persist();
    }
    List<Stimulus> judged = draw.trials(manifest.stimuli(Use.TRIAL), design.trialsPerModel());
    int checks = study.study().attention().map(Study.Attention::checks).orElse(0);
    Map<Integer, Judgement> attention = draw.attention(judged.size(), checks);
    for (int i = 0; i < judged.size(); i++) {
      if (attention.containsKey(i)) {
        new Trial(run, ++place, attention.get(i)).persist();
      }
      new Trial(run, ++place, Kind.TRIAL, judged.get(i)).persist();
    }
  }

  /** All trials of a run in their order. */
  public List<Trial> of(long run) {
    return Trial.list("runId = ?1 order by placeInRun", run);
  }

  /** The trial at a place of a run, from 1. */
  public Optional<Trial> at(long run, int place) {
    return Trial.find("runId = ?1 and placeInRun = ?2", run, place).singleResultOptional();
  }

  /** The number of a trial among those of its kind, from 1. */
  public int number(long run, Trial trial) {
    return (int)
        Trial.count(
            "runId = ?1 and kind = ?2 and placeInRun <= ?3", run, trial.kind, trial.placeInRun);
  }

  /** The first trial without an answer; empty when all are answered. */
  public Optional<Trial> next(long run) {
    return Trial.find(
            """
            from Trial t
            where t.runId = ?1 and not exists (from Answer a where a.trialId = t.id)
            order by t.placeInRun""",
            run)
        .firstResultOptional();
  }

  /** The answer to a trial. */
  public Optional<Answer> answer(Trial trial) {
    return Answer.findByIdOptional(trial.id);
  }

  /** How many attention checks of a run were answered otherwise than they asked. */
  public int failedAttention(long run) {
    return (int)
        of(run).stream()
            .filter(trial -> trial.asked().isPresent())
            .filter(trial -> answer(trial).filter(answer -> !answer.isAsAsked(trial)).isPresent())
            .count();
  }

  /** Notes when a trial was shown first. */
  public void shown(Trial trial) {
    trial.shown(clock.instant());
  }

  /** Stores an answer. Whoever calls this holds the run's lock and knows that there is none yet. */
  public void answer(Trial trial, Judgement judgement, Behaviour behaviour) {
    new Answer(trial, judgement, behaviour, clock.instant()).persistAndFlush();
  }

  /** Counts people who hold a place, so that those who dropped out do not weigh. */
  private Map<String, Integer> timesShown(long version, String method) {
    Map<String, Integer> counts = new HashMap<>();
    Trial.getSession()
        .createNativeQuery(
            """
            select t.stimulus, cast(count(*) as integer)
            from trial t join place p on p.run_id = t.run_id
            where p.version_id = :version and p.method = :method and t.kind = 'TRIAL'
            group by t.stimulus""",
            Object[].class)
        .setParameter("version", version)
        .setParameter("method", method)
        .getResultList()
        .forEach(row -> counts.put((String) row[0], (Integer) row[1]));
    return counts;
  }
}
