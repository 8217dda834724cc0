package org.xaistudy.stimuli.concept;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which class's logit relevance begins with, for each image. */
public sealed interface Targets {
  /** For the images from {@code from} to before {@code to}; null: the predicted classes. */
  int @Nullable [] of(ImageSource source, int from, int to);

  /** The predicted class. */
  record Predicted() implements Targets {
    @Override
    public int @Nullable [] of(ImageSource source, int from, int to) {
      return null;
    }

    @Override
    public String toString() {
      return "predicted";
    }
  }

  /** The true class. */
  record True() implements Targets {
    @Override
    public int[] of(ImageSource source, int from, int to) {
      List<Integer> labels = source.labels();
      if (labels.isEmpty()) {
        throw new IllegalArgumentException(
            "nobody said what the images' true classes are; ask for predicted or a class");
      }
      return labels.subList(from, to).stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public String toString() {
      return "true";
    }
  }

  /**
   * One class for all images.
   *
   * @param number from 0
   */
  record OneClass(int number) implements Targets {
    @Override
    public int[] of(ImageSource source, int from, int to) {
      int[] targets = new int[to - from];
      Arrays.fill(targets, number);
      return targets;
    }

    @Override
    public String toString() {
      return Integer.toString(number);
    }
  }

  /**
   * From {@code predicted}, {@code true} or a class's number.
   *
   * @throws IllegalArgumentException if it is none of them
   */
  static Targets of(String text, int classes) {
    if (text.equals("predicted")) {
      return new Predicted();
    } else if (text.equals("true")) {
      return new True();
    }
    boolean number = text.matches("\\d{1,9}") && Integer.parseInt(text) < classes;
    if (!number) {
      throw new IllegalArgumentException(
          "the target is predicted, true or a class from 0 to " + (classes - 1) + ", not " + text);
    }
    return new OneClass(Integer.parseInt(text));
  }
}
