package org.xaistudy.server.trial;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.environment.ReplayableChance;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.Study.Order;
import org.xaistudy.studies.manifest.Manifest.Stimulus;
import org.xaistudy.studies.manifest.Manifest.Use;

/**
 * Which stimuli belong to which place. For each arm they are drawn place after place, each time
 * those that were drawn least, so that at any time all have been drawn as often as can be. It
 * follows from the version's secret alone: nothing that happens in a study changes it.
 */
@ApplicationScoped
class Plans {
  private final Map<Arm, List<List<Stimulus>>> drawn = new ConcurrentHashMap<>();

  private record Arm(long version, String secret, String purpose) {}

  /** The stimuli of a place: in the one order of all images if it is fixed, else in none. */
  List<Stimulus> of(OpenStudy study, Seat seat) {
    Arm arm = new Arm(study.version(), study.drawSecret(), seat.purpose());
    Study.Design design = study.study().design();
    int planned = design.participantsPerArm() * design.ratio(seat.method());
    int places = Math.max(planned, seat.number() + 1);
    return drawn
        .compute(
            arm,
            (key, before) ->
                before == null || before.size() < places ? draw(study, key, places) : before)
        .get(seat.number());
  }

  /** From the first place on: more places change nothing for those before them. */
  private static List<List<Stimulus>> draw(OpenStudy study, Arm arm, int wanted) {
    ReplayableChance chance = new ReplayableChance(arm.secret(), arm.purpose());
    Map<String, Integer> times = new HashMap<>();
    Draw draw = new Draw(chance, stimulus -> times.getOrDefault(stimulus.id(), 0));
    List<Stimulus> stimuli = study.bundle().manifest().stimuli(Use.TRIAL);
    Comparator<Stimulus> order = order(study, arm.secret());
    List<List<Stimulus>> places = new ArrayList<>();
    for (int place = 0; place < wanted; place++) {
      List<Stimulus> shown = draw.trials(study.study(), stimuli);
      shown.forEach(stimulus -> times.merge(stimulus.id(), 1, Integer::sum));
      places.add(shown.stream().sorted(order).toList());
    }
    return List.copyOf(places);
  }

  /** The one order of all images, whichever model judged them; none where each person has one. */
  private static Comparator<Stimulus> order(OpenStudy study, String secret) {
    List<String> samples = new ArrayList<>();
    if (study.study().design().order() == Order.FIXED) {
      study.bundle().manifest().stimuli(Use.TRIAL).stream()
          .map(Stimulus::sample)
          .distinct()
          .sorted()
          .forEach(samples::add);
      new ReplayableChance(secret, "order").shuffle(samples);
    }
    return Comparator.comparingInt(stimulus -> samples.indexOf(stimulus.sample()));
  }
}
