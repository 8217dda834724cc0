package org.xaistudy.server.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.util.ArrayList;
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
  public TrialSequence draw(OpenStudy study, long run, String method, long seed) {
    Map<String, Integer> shown = timesShown(study.version(), method);
    Draw draw = new Draw(new Random(seed), stimulus -> shown.getOrDefault(stimulus.id(), 0));
    var design = study.study().design();
    var manifest = study.bundle().manifest();
    List<Trial> drawn = new ArrayList<>();
    for (Stimulus s : draw.practice(manifest.stimuli(Use.PRACTICE), design.practiceTrials())) {
      drawn.add(new Trial(run, drawn.size() + 1, Kind.PRACTICE, s));
    }
    List<Stimulus> judged = draw.trials(manifest.stimuli(Use.TRIAL), design.trialsPerModel());
    int checks = study.study().attention().map(Study.Attention::checks).orElse(0);
    Map<Integer, Judgement> attention = draw.attention(judged.size(), checks);
    for (int i = 0; i < judged.size(); i++) {
      if (attention.containsKey(i)) {
        drawn.add(new Trial(run, drawn.size() + 1, attention.get(i)));
      }
      drawn.add(new Trial(run, drawn.size() + 1, Kind.TRIAL, judged.get(i)));
    }
    Trial.persist(drawn);
    return new TrialSequence(
        drawn.stream().map(trial -> new AnsweredTrial(trial, Optional.empty())).toList());
  }

  /** All trials of a run in their order, with the answers so far. */
  public TrialSequence of(long run) {
    return new TrialSequence(
        Trial.getEntityManager()
            .createQuery(
                """
                select t as trial, a as answer
                from Trial t left join Answer a on a.trialId = t.id
                where t.runId = :run order by t.positionInRun""",
                Tuple.class)
            .setParameter("run", run)
            .getResultStream()
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
      TrialSequence sequence, Trial trial, Judgement judgement, Behaviour behaviour) {
    Answer answer = new Answer(trial, judgement, behaviour, clock.instant());
    answer.persist();
    return sequence.with(trial, answer);
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
