package org.xaistudy.server.participation;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xaistudy.server.trial.Judgement;
import org.xaistudy.studies.Questionnaire;
import org.xaistudy.studies.Study;

/**
 * A scale on a page.
 *
 * @param name of its field
 * @param question what is asked
 * @param values its points in their order
 * @param low what the first means
 * @param high what the last means
 * @param chosen the value chosen before; empty for none
 */
record ScaleView(
    String name, String question, List<Integer> values, String low, String high, String chosen) {
  /** 0 to 9. */
  private static final List<Integer> POINTS =
      IntStream.rangeClosed(Judgement.LOWEST, Judgement.HIGHEST).boxed().toList();

  /** A scale whose ends have no names. */
  static ScaleView plain(String name, String question, @Nullable String chosen) {
    return new ScaleView(name, question, POINTS, "", "", chosen == null ? "" : chosen);
  }

  static ScaleView of(String name, Study.Scale scale, String language, @Nullable String chosen) {
    return new ScaleView(
        name,
        scale.question().in(language),
        POINTS,
        scale.low().in(language),
        scale.high().in(language),
        chosen == null ? "" : chosen);
  }

  static ScaleView of(
      String name, String question, Questionnaire.Scale scale, String language, String chosen) {
    return new ScaleView(
        name,
        question,
        scale.points(),
        scale.low().in(language),
        scale.high().in(language),
        chosen);
  }

  /** What a screen reader says for a value; empty where the number alone will do. */
  public String nameOf(int value) {
    String end = value == first() ? low : value == last() ? high : "";
    return end.isEmpty() ? "" : written(value) + ", " + end;
  }

  /** A value as people read it: with a minus, which is as wide as a plus. */
  public String written(int value) {
    return String.valueOf(value).replace('-', '−');
  }

  /** The first value. */
  public int first() {
    return values.get(0);
  }

  /** The last value. */
  public int last() {
    return values.get(values.size() - 1);
  }
}
