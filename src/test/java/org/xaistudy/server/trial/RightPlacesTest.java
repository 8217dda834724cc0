package org.xaistudy.server.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xaistudy.server.environment.ReplayableChance;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.testing.Shared;

/** Ten trials and two to practise, of four places each. */
class RightPlacesTest {
  private static final Study STUDY =
      StudyFile.read(Shared.root().resolve("studies/birds-distinction")).study();

  private static List<String> places(int secret, Kind kind, int trials) {
    RightPlaces places =
        new RightPlaces(STUDY, new ReplayableChance("secret " + secret, "run/somebody"));
    return IntStream.range(0, trials).mapToObj(trial -> places.next(kind)).toList();
  }

  @Test
  void theRightOneStandsAtEachPlaceEquallyOftenOrOnceMore() {
    TreeSet<String> orders = new TreeSet<>();
    TreeSet<String> more = new TreeSet<>();
    for (int secret = 0; secret < 30; secret++) {
      List<String> places = places(secret, Kind.TRIAL, 10);
      for (String place : STUDY.options()) {
        int times = Collections.frequency(places, place);
        assertThat(times).isBetween(2, 3);
        if (times == 3) {
          more.add(place);
        }
      }
      orders.add(String.join("", places));
      assertThat(places(secret, Kind.PRACTICE, 2)).doesNotHaveDuplicates();
    }
    assertThat(orders).hasSizeGreaterThan(25);
    assertThat(more).as("nobody knows which it is").containsExactly("a", "b", "c", "d");
  }

  @Test
  void theSameSecretGivesTheSamePlaces() {
    assertThat(places(1, Kind.TRIAL, 10)).isEqualTo(places(1, Kind.TRIAL, 10));
  }
}
