package org.xaistudy.server.trial;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.environment.ReplayableChance;
import org.xaistudy.studies.Arm;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.Study.Order;
import org.xaistudy.studies.manifest.Manifest.Stimulus;
import org.xaistudy.studies.manifest.Manifest.Use;

/**
 * Which stimuli belong to which place. For each arm they are drawn place after place, each time
 * those that were drawn least with the method, so that at any time all have been drawn as often as
 * can be. Who judges with several methods sees other images with each; the arms, orders of the same
 * methods, are drawn together then. It follows from the version's secret alone: nothing that
 * happens in a study changes it.
 */
@ApplicationScoped
class Plans {
  private final Map<Key, List<List<Block>>> drawn = new ConcurrentHashMap<>();

  private record Key(long version, String secret, String purpose) {}

  private record Shown(String method, String stimulus) {}

  /**
   * The stimuli of a place, method after method: in the one order of all images if it is fixed,
   * else in none.
   */
  List<Block> of(OpenStudy study, Seat seat) {
    Arm own = study.study().arm(seat.arm());
    List<Arm> arms = study.study().isWithin() ? study.study().arms() : List.of(own);
    Key key = new Key(study.version(), study.drawSecret(), purpose(study, seat));
    Study.Design design = study.study().design();
    int planned = design.participantsPerArm() * design.ratio(seat.arm());
    int places = Math.max(planned, seat.number() + 1) * arms.size();
    return drawn
        .compute(
            key,
            (same, before) ->
                before == null || before.size() < places ? draw(study, key, arms, places) : before)
        .get(seat.number() * arms.size() + arms.indexOf(own));
  }

  private static String purpose(OpenStudy study, Seat seat) {
    return "stimuli/"
        + (seat.simulated() ? "simulated/" : "")
        + (study.study().isWithin() ? "orders" : seat.arm());
  }

  /**
   * From the first place on: more places change nothing for those before them.
   *
   * @param arms those whose places take turns
   */
  private static List<List<Block>> draw(OpenStudy study, Key key, List<Arm> arms, int wanted) {
    ReplayableChance chance = new ReplayableChance(key.secret(), key.purpose());
    Map<Shown, Integer> times = new HashMap<>();
    List<Stimulus> stimuli = study.bundle().manifest().stimuli(Use.TRIAL);
    Comparator<Stimulus> order = order(study, key.secret());
    List<List<Block>> places = new ArrayList<>();
    for (int place = 0; place < wanted; place++) {
      List<Block> blocks = new ArrayList<>();
      Set<String> seen = new HashSet<>();
      for (String method : arms.get(place % arms.size()).methods()) {
        Draw draw = new Draw(chance, one -> times.getOrDefault(new Shown(method, one.id()), 0));
        List<Stimulus> unseen =
            stimuli.stream().filter(one -> !seen.contains(one.sample())).toList();
        List<Stimulus> shown = draw.trials(study.study(), unseen);
        for (Stimulus one : shown) {
          times.merge(new Shown(method, one.id()), 1, Integer::sum);
          seen.add(one.sample());
        }
        blocks.add(new Block(method, shown.stream().sorted(order).toList()));
      }
      places.add(List.copyOf(blocks));
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
