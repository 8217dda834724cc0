package org.xaistudy.analysis.results;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.xaistudy.analysis.power.Population;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.analysis.responses.Source;

/** Small studies of made-up people, for tests. */
public final class Simulated {
  private Simulated() {}

  /** A study with these numbers of people per method, ten trials each, all alike but for chance. */
  public static Responses study(long seed, int... people) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Participant> participants = new ArrayList<>();
    for (int method = 0; method < people.length; method++) {
      for (int person = 0; person < people[method]; person++) {
        participants.add(person("p" + method + "-" + person, "m" + method, random));
      }
    }
    return new Responses("", "", participants);
  }

  private static Participant person(String id, String method, SplittableRandom random) {
    Population.Person who = new Population(1, 0.7, -0.2, 0.5).draw(random);
    List<Answer> answers = new ArrayList<>();
    for (int trial = 1; trial <= 10; trial++) {
      boolean truth = trial % 2 == 0;
      boolean answer = random.nextDouble() < (truth ? who.hit() : who.falseAlarm());
      answers.add(
          new Answer(
              "", trial, truth, answer, random.nextInt(10), random.nextInt(10), 500 + trial));
    }
    return new Participant(id, method, answers, true, "", Source.UNKNOWN, 0);
  }
}
