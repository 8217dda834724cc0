package org.xaistudy.server.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xaistudy.server.testing.StudiesForTests.LENIENT;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.environment.ReplayableChance;
import org.xaistudy.server.testing.Researcher;
import org.xaistudy.server.testing.StudiesForTests;
import org.xaistudy.server.testing.Visitor;
import org.xaistudy.studies.manifest.Manifest.Stimulus;
import org.xaistudy.studies.manifest.Manifest.Use;

/**
 * Plays a participant who has this program, all files of the study with the truth in them, and even
 * the pseudonym, and who compares what comes first with what candidates would have drawn.
 */
@QuarkusTest
@QuarkusTestResource(StudiesForTests.class)
class ForesightTest {
  private static final int CANDIDATES = 5000;

  @Inject Studies studies;
  @Inject Trials trials;
  @Inject Plans plans;

  /** What is told before the first trial that counts is over, and in attention checks. */
  private record Seen(List<String> practice, List<Judgement> attention) {}

  /** Of three people: what one has seen, a wrong guess gives by chance once in 160,000 times. */
  @Test
  void nothingThatIsPublicTellsTheTruthOfLaterTrials() {
    OpenStudy study = studies.find(LENIENT).orElseThrow();
    Map<String, Seen> people = new HashMap<>();
    for (int person = 0; person < 3; person++) {
      Visitor visitor = Visitor.enrolledIn(LENIENT);
      people.put(pseudonym(visitor), seen(visitor));
    }
    assertThat(people.values()).allMatch(seen -> seen.attention().size() == 2);
    assertThat(guesses(study).filter(guess -> explains(study, guess, people))).isEmpty();
    assertThat(explains(study, study.drawSecret(), people)).isTrue();
  }

  private static boolean explains(OpenStudy study, String secret, Map<String, Seen> people) {
    return people.entrySet().stream()
        .allMatch(person -> draw(study, secret, person.getKey()).equals(person.getValue()));
  }

  @Test
  void theSecretReplaysEveryTrial() {
    OpenStudy study = studies.find(LENIENT).orElseThrow();
    Visitor visitor = Visitor.enrolledIn(LENIENT);
    String pseudonym = pseudonym(visitor);
    Map<String, String> decision =
        Researcher.rows(LENIENT, "assignment.csv").stream()
            .filter(row -> row.get("participant").equals(pseudonym))
            .findFirst()
            .orElseThrow();
    int place = Integer.parseInt(decision.get("place")) - 1;
    Seat seat = new Seat(decision.get("method"), false, place / study.study().methods().size());
    ReplayableChance chance = new ReplayableChance(study.drawSecret(), "run/" + pseudonym);
    new Draw(chance, stimulus -> 0)
        .practice(
            study.bundle().manifest().stimuli(Use.PRACTICE),
            study.study().design().practiceTrials());
    List<Stimulus> replayed = new ArrayList<>(plans.of(study, seat).get(0).stimuli());
    chance.shuffle(replayed);
    assertThat(stimuli(visitor, Kind.TRIAL))
        .isEqualTo(replayed.stream().map(Stimulus::id).toList());
  }

  private static final Inquiry ASKED = new Inquiry(List.of("yes", "no"), true, true);

  /** Everything that the study's public files and the links of a run hold, and counters. */
  private static Stream<String> guesses(OpenStudy study) {
    Stream<String> files =
        Stream.of(
            study.id(),
            String.valueOf(study.study().seed()),
            study.bundle().study().sha256(),
            study.bundle().document().sha256());
    Stream<String> counters =
        Stream.iterate(0, i -> i + 1)
            .limit(CANDIDATES)
            .flatMap(i -> Stream.of(String.valueOf(i), String.valueOf(study.study().seed() + i)));
    return Stream.concat(files, counters);
  }

  private static Seen draw(OpenStudy study, String secret, String pseudonym) {
    ReplayableChance chance = new ReplayableChance(secret, "run/" + pseudonym);
    Draw draw = new Draw(chance, stimulus -> 0);
    var design = study.study().design();
    List<String> practice =
        draw
            .practice(study.bundle().manifest().stimuli(Use.PRACTICE), design.practiceTrials())
            .stream()
            .map(Stimulus::id)
            .toList();
    int judged = design.count();
    chance.shuffle(new ArrayList<>(java.util.Collections.nCopies(judged, "")));
    int checks = study.study().attention().orElseThrow().checks();
    return new Seen(practice, List.copyOf(draw.attention(judged, checks, at -> ASKED).values()));
  }

  private Seen seen(Visitor visitor) {
    return new Seen(
        stimuli(visitor, Kind.PRACTICE),
        sequence(visitor).stream().flatMap(trial -> trial.asked().stream()).toList());
  }

  private List<String> stimuli(Visitor visitor, Kind kind) {
    return sequence(visitor).stream()
        .filter(trial -> trial.kind() == kind)
        .map(Trial::stimulus)
        .flatMap(Optional::stream)
        .toList();
  }

  private TrialSequence sequence(Visitor visitor) {
    return QuarkusTransaction.requiringNew()
        .call(() -> trials.of(((Number) column("id", visitor)).longValue()));
  }

  private static String pseudonym(Visitor visitor) {
    return QuarkusTransaction.requiringNew().call(() -> (String) column("pseudonym", visitor));
  }

  private static Object column(String name, Visitor visitor) {
    return Trial.getSession()
        .createNativeQuery("select " + name + " from run where token = :token", Object.class)
        .setParameter("token", visitor.run().substring("/r/".length()))
        .getSingleResult();
  }
}
