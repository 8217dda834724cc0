package org.xaistudy.studies;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One of the four answers where yes or no and how sure one is are one decision, from confidently
 * yes to confidently no (as in the agreement task of HIVE, Kim et al. 2022). It is stored as an
 * answer and a confidence of {@value #SURE} or {@value #NOT_SURE}, so that nothing is scored
 * otherwise.
 */
public enum Grade {
  /** Yes, and sure of it. */
  SURE_YES(Task.YES, Grade.SURE),
  /** Rather yes than no. */
  RATHER_YES(Task.YES, Grade.NOT_SURE),
  /** Rather no than yes. */
  RATHER_NO(Task.NO, Grade.NOT_SURE),
  /** No, and sure of it. */
  SURE_NO(Task.NO, Grade.SURE);

  /** The confidence of whoever is sure: the most there is. */
  public static final int SURE = 1;

  /** The confidence of whoever is not. */
  public static final int NOT_SURE = 0;

  private final String answer;
  private final int confidence;

  Grade(String answer, int confidence) {
    this.answer = answer;
    this.confidence = confidence;
  }

  /** All, as people see them. */
  public static List<Grade> all() {
    return List.of(values());
  }

  /** Its name in forms: {@code sure-yes}. */
  public String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Yes or no. */
  public String answer() {
    return answer;
  }

  /** {@value #SURE} or {@value #NOT_SURE}. */
  public int confidence() {
    return confidence;
  }

  /** The one of this name; empty if none is. */
  public static Optional<Grade> named(String written) {
    return Arrays.stream(values()).filter(grade -> grade.written().equals(written)).findFirst();
  }

  /** The one that is stored so; empty if none is. */
  public static Optional<Grade> of(String answer, int confidence) {
    return Arrays.stream(values())
        .filter(grade -> grade.answer.equals(answer) && grade.confidence == confidence)
        .findFirst();
  }
}
