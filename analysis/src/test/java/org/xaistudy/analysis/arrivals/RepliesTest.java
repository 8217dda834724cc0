package org.xaistudy.analysis.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.arrivals.Replies.Choice;
import org.xaistudy.analysis.arrivals.Replies.Numbers;
import org.xaistudy.analysis.arrivals.Replies.Words;
import org.xaistudy.studies.Questionnaire;
import org.xaistudy.studies.Questionnaire.FreeText;
import org.xaistudy.studies.Questionnaire.Kind;
import org.xaistudy.studies.Questionnaire.Option;
import org.xaistudy.studies.Questionnaire.WholeNumber;
import org.xaistudy.studies.Text;

class RepliesTest {
  private static final Text YES = new Text(Map.of("de", "Ja", "en", "Yes"));
  private static final Kind YES_NO =
      new Questionnaire.Choice(
          List.of(
              new Option("y", YES),
              new Option("n", Text.of("No")),
              new Option("m", Text.of("Maybe"))));

  @Test
  void numbersAreToldByTheirMedianAndRange() {
    Kind age = new WholeNumber(18, 120);
    assertThat(replies(age, "31", "19", "67", "40")).isEqualTo(new Numbers(4, 35.5, 19, 67));
    assertThat(replies(age, "31", "old", "7")).isEqualTo(new Numbers(1, 31, 31, 31));
    assertThat(replies(age)).isEqualTo(new Numbers(0, Double.NaN, Double.NaN, Double.NaN));
  }

  @Test
  void aChoiceIsCountedInTheStudysOrderWithWhatNobodyChose() {
    Choice choice = (Choice) replies(YES_NO, "n", "y", "n", "my name is Anna");
    assertThat(choice)
        .isEqualTo(new Choice(4, Map.of(YES, 1, Text.of("No"), 2, Text.of("Maybe"), 0), 1));
    assertThat(choice.counts().keySet()).containsExactly(YES, Text.of("No"), Text.of("Maybe"));
  }

  @Test
  void wordsAreOnlyCounted() {
    assertThat(replies(new FreeText(100), "yes", "yes", "42")).isEqualTo(new Words(3));
  }

  private static Replies replies(Kind kind, String... replies) {
    return Replies.of(new Questionnaire("q", Text.of("?"), false, kind), List.of(replies));
  }
}
