package org.xaistudy.server.trial;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.environment.ReplayableChance;
import org.xaistudy.studies.Study;
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

  /** The stimuli of a place, in no order that means anything. */
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
    List<List<Stimulus>> places = new ArrayList<>();
    for (int place = 0; place < wanted; place++) {
      List<Stimulus> shown = draw.trials(study.study(), stimuli);
      shown.forEach(stimulus -> times.merge(stimulus.id(), 1, Integer::sum));
      places.add(List.copyOf(shown));
    }
    return List.copyOf(places);
  }
}
