package org.xaistudy.server.participation;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xaistudy.server.trial.Judgement;
import org.xaistudy.studies.Study;

/**
 * A scale on a page.
 *
 * @param name of its field
 * @param question what is asked
 * @param low what 0 means
 * @param high what 9 means
 * @param chosen the value chosen before; empty for none
 */
record ScaleView(String name, String question, String low, String high, String chosen) {
  /** A scale whose ends have no names. */
  static ScaleView plain(String name, String question, @Nullable String chosen) {
    return new ScaleView(name, question, "", "", chosen == null ? "" : chosen);
  }

  static ScaleView of(String name, Study.Scale scale, String language, @Nullable String chosen) {
    return new ScaleView(
        name,
        scale.question().in(language),
        scale.low().in(language),
        scale.high().in(language),
        chosen == null ? "" : chosen);
  }

  /** What a screen reader says for a value; empty where the number alone will do. */
  public String nameOf(int value) {
    String end = value == Judgement.LOWEST ? low : value == Judgement.HIGHEST ? high : "";
    return end.isEmpty() ? "" : value + ", " + end;
  }

  /** 0 to 9. */
  public List<Integer> values() {
    return IntStream.rangeClosed(Judgement.LOWEST, Judgement.HIGHEST).boxed().toList();
  }
}
