package org.xaistudy.analysis.chance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StreamsTest {
  @Test
  void noStreamRunsAheadOfAnother() {
    Set<Long> seen = new HashSet<>();
    for (SplittableRandom stream : Streams.of(2023, 500)) {
      for (int i = 0; i < 200; i++) {
        assertThat(seen.add(stream.nextLong())).isTrue();
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameStreamsHoweverMany() {
    List<Long> few = Streams.of(7, 3).stream().map(SplittableRandom::nextLong).toList();
    List<Long> many = Streams.of(7, 9).stream().map(SplittableRandom::nextLong).toList();
    assertThat(many).startsWith(few.toArray(Long[]::new));
    assertThat(Streams.of(8, 1).get(0).nextLong()).isNotEqualTo(few.get(0));
  }
}
