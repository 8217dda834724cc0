package org.xaistudy.analysis.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {
  @Test
  void noStreamRunsAheadOfAnother() {
    Set<Long> seen = new HashSet<>();
    for (SplittableRandom stream : RandomStreams.of(2023, 500)) {
      for (int i = 0; i < 200; i++) {
        assertThat(seen.add(stream.nextLong())).isTrue();
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameStreamsHoweverMany() {
    List<Long> few = RandomStreams.of(7, 3).stream().map(SplittableRandom::nextLong).toList();
    List<Long> many = RandomStreams.of(7, 9).stream().map(SplittableRandom::nextLong).toList();
    assertThat(many).startsWith(few.toArray(Long[]::new));
    assertThat(RandomStreams.of(8, 1).get(0).nextLong()).isNotEqualTo(few.get(0));
  }
}
