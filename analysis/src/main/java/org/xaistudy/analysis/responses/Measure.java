package org.xaistudy.analysis.responses;

import java.util.Locale;

/** What is averaged per participant and then compared between methods. */
public enum Measure {
  /** 1 for a right judgement of the model, 0 for a wrong one: the mean is the accuracy. */
  CORRECT("accuracy") {
    @Override
    public double of(Answer answer) {
      return answer.correct() ? 1 : 0;
    }
  },
  /** How sure, 0–9. */
  CONFIDENCE("confidence") {
    @Override
    public double of(Answer answer) {
      return answer.confidence();
    }
  },
  /** How clear the explanation was, 0–9. */
  CLARITY("clarity") {
    @Override
    public double of(Answer answer) {
      return answer.clarity();
    }
  };

  private final String title;

  Measure(String title) {
    this.title = title;
  }

  /** The measure's value for one answer. */
  public abstract double of(Answer answer);

  /** The largest value less the smallest. */
  public double range() {
    return this == CORRECT ? 1 : Answer.SCALE_HIGH - Answer.SCALE_LOW;
  }

  /** Whether there is a value that guessing gives. */
  public boolean hasChance() {
    return this == CORRECT;
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
