package org.xaistudy.analysis.responses;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xaistudy.studies.manifest.Manifest;

/**
 * What is averaged per participant and then compared between methods. Nobody has all of them: what
 * was not asked has no value.
 */
public enum Measure {
  /** 1 for a right answer, 0 for a wrong one: the mean is the accuracy. */
  CORRECT("accuracy", 0, 1) {
    @Override
    public OptionalDouble over(Stream<Answer> answers) {
      return answers
          .map(Answer::judgement)
          .filter(Judgement.Scored.class::isInstance)
          .mapToDouble(judgement -> ((Judgement.Scored) judgement).correct() ? 1 : 0)
          .average();
    }
  },
  /**
   * How much more one would use the model that did not learn the artefact: its mean rating less
   * that of the other, −4 to 4. Whoever saw only one of them has none.
   */
  PREFERENCE(
      "preference",
      Judgement.Rating.LOW - Judgement.Rating.HIGH,
      Judgement.Rating.HIGH - Judgement.Rating.LOW) {
    @Override
    public OptionalDouble over(Stream<Answer> answers) {
      Map<Manifest.Model, Double> means =
          answers
              .map(Answer::judgement)
              .filter(Judgement.Rating.class::isInstance)
              .map(Judgement.Rating.class::cast)
              .collect(
                  Collectors.groupingBy(
                      Judgement.Rating::model, Collectors.averagingInt(Judgement.Rating::points)));
      Double clean = means.get(Manifest.Model.CLEAN);
      Double artefact = means.get(Manifest.Model.ARTEFACT);
      return clean == null || artefact == null
          ? OptionalDouble.empty()
          : OptionalDouble.of(clean - artefact);
    }
  },
  /** How sure, 0–9. */
  CONFIDENCE("confidence", Answer.SCALE_LOW, Answer.SCALE_HIGH) {
    @Override
    public OptionalDouble over(Stream<Answer> answers) {
      return asked(answers.mapToInt(Answer::confidence));
    }
  },
  /** How clear the explanation was, 0–9. */
  CLARITY("clarity", Answer.SCALE_LOW, Answer.SCALE_HIGH) {
    @Override
    public OptionalDouble over(Stream<Answer> answers) {
      return asked(answers.mapToInt(Answer::clarity));
    }
  };

  private final String title;
  private final double low;
  private final double high;

  Measure(String title, double low, double high) {
    this.title = title;
    this.low = low;
    this.high = high;
  }

  /** The measure of these answers, from {@link #low} to {@link #high}; empty where none has it. */
  public abstract OptionalDouble over(Stream<Answer> answers);

  private static OptionalDouble asked(IntStream values) {
    return values.filter(value -> value != Answer.NOT_ASKED).average();
  }

  /** The smallest value that somebody can have. */
  public double low() {
    return low;
  }

  /** The largest. */
  public double high() {
    return high;
  }

  /** The largest value less the smallest. */
  public double range() {
    return high - low;
  }

  /** The name in {@code statistics.csv}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name in a sentence. */
  public String title() {
    return title;
  }
}
