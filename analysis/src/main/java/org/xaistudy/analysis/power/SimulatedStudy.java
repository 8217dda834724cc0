package org.xaistudy.analysis.power;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Judgement;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.responses.Source;

/** Draws stimuli and people, and lets them judge. */
final class SimulatedStudy {
  private static final int MIDDLE = 5;

  private final Design design;
  private final RandomGenerator random;

  /** How much more readily yes is said to a sample of each truth; none where they do not differ. */
  private final double[][] readiness;

  private final int[] samples;

  SimulatedStudy(Design design, RandomGenerator random) {
    this.design = design;
    this.random = random;
    samples = new int[design.samples()];
    readiness = new double[2][design.samples()];
    for (int sample = 0; sample < samples.length; sample++) {
      samples[sample] = sample;
      for (int kind = 0; kind < 2 && design.stimuliDiffer(); kind++) {
        readiness[kind][sample] = design.stimulusSd() * random.nextGaussian();
      }
    }
  }

  List<Arm> arms(int participants) {
    return design.within() ? within(participants * design.orders()) : between(participants);
  }

  /** Whoever judges with all methods sees other samples with each. */
  private List<Arm> within(int participants) {
    Map<String, List<Participant>> people = new LinkedHashMap<>();
    design.arms().keySet().forEach(method -> people.put(method, new ArrayList<>()));
    for (int person = 0; person < participants; person++) {
      double first = random.nextGaussian();
      double second = random.nextGaussian();
      int seen = 0;
      for (Map.Entry<String, Population> arm : design.arms().entrySet()) {
        Population.Person who = arm.getValue().at(first, second);
        requireNonNull(people.get(arm.getKey())).add(person("p" + person, arm.getKey(), who, seen));
        seen += design.yesTrials() + design.noTrials();
      }
    }
    return people.entrySet().stream().map(arm -> new Arm(arm.getKey(), arm.getValue())).toList();
  }

  private List<Arm> between(int participants) {
    List<Arm> arms = new ArrayList<>();
    design
        .arms()
        .forEach(
            (method, population) -> {
              List<Participant> people = new ArrayList<>();
              int many = participants * design.allocation().getOrDefault(method, 1);
              for (int person = 0; person < many; person++) {
                people.add(person(method + person, method, population.draw(random), 0));
              }
              arms.add(new Arm(method, people));
            });
    return arms;
  }

  /** Nobody sees a sample twice, so the first of a shuffled list serve for one truth each. */
  private Participant person(String id, String method, Population.Person who, int seen) {
    List<Answer> answers = new ArrayList<>();
    int turns = 2 * Math.min(design.yesTrials(), design.noTrials());
    for (int trial = 0; trial < design.yesTrials() + design.noTrials(); trial++) {
      boolean truth = trial < turns ? trial % 2 == 0 : design.yesTrials() > design.noTrials();
      int sample = design.stimuliDiffer() ? draw(seen + trial) : 0;
      Judgement judgement =
          design.answering().judge(who, truth, readiness[truth ? 0 : 1][sample], random);
      String stimulus = design.stimuliDiffer() ? String.valueOf(sample) : "";
      answers.add(new Answer(stimulus, trial + 1, judgement, MIDDLE, MIDDLE, Answer.UNKNOWN_TIME));
    }
    return new Participant(id, method, answers, true, "", Source.SIMULATED, 0);
  }

  private int draw(int place) {
    int other = place + random.nextInt(samples.length - place);
    int sample = samples[other];
    samples[other] = samples[place];
    samples[place] = sample;
    return sample;
  }
}
