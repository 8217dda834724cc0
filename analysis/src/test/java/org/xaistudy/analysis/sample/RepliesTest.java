package org.xaistudy.analysis.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.sample.Replies.Choice;
import org.xaistudy.analysis.sample.Replies.Numbers;
import org.xaistudy.analysis.sample.Replies.Words;

class RepliesTest {
  @Test
  void numbersAreToldByTheirMedianAndRange() {
    assertThat(Replies.of(List.of("31", "19", "67", "40"))).isEqualTo(new Numbers(4, 35.5, 19, 67));
    assertThat(Replies.of(List.of("2.5"))).isEqualTo(new Numbers(1, 2.5, 2.5, 2.5));
  }

  @Test
  void aChoiceIsCountedFromTheMostFrequentOn() {
    Replies replies = Replies.of(List.of("no", "yes", "yes", "no", "yes", "maybe"));
    assertThat(replies).isEqualTo(new Choice(6, Map.of("yes", 3, "no", 2), 1));
    assertThat(((Choice) replies).counts().keySet()).containsExactly("yes", "no");
  }

  @Test
  void wordsThatDifferAreOnlyCounted() {
    assertThat(Replies.of(List.of("I am Anna", "call me", "no", "no"))).isEqualTo(new Words(4));
    List<String> many = new ArrayList<>();
    IntStream.range(0, 40).forEach(i -> many.add("option " + i % 13));
    assertThat(Replies.of(many)).isEqualTo(new Words(40));
    String essay = "a sentence that is far too long to be an option that anybody has ticked";
    assertThat(Replies.of(List.of(essay, essay, essay))).isEqualTo(new Words(3));
    assertThat(Replies.of(List.of())).isEqualTo(new Words(0));
  }

  @Test
  void telephonesAreNoNumbers() {
    assertThat(Replies.of(List.of("03012345678", "03087654321"))).isEqualTo(new Words(2));
  }
}
