package org.xaistudy.analysis.responses;

import org.xaistudy.studies.Task;
import org.xaistudy.studies.manifest.Manifest;

/** What was judged, and what was said of it. */
public sealed interface Judgement {
  /** What was said, as it is stored. */
  String said();

  /** What it says of the stimulus, in words that are the same for everybody. */
  default String meant() {
    return said();
  }

  /**
   * Which of the things it is that one stimulus can be: what is hard to see in one says nothing of
   * the other. Empty where a stimulus can be one thing only.
   */
  String about();

  /** One that is right or wrong. */
  sealed interface Scored extends Judgement {
    /** Whether what was said is right. */
    boolean correct();
  }

  /**
   * Yes or no to something that is true or false of a stimulus.
   *
   * @param truth whether yes is the right answer: the model uses the artefact, or predicts rightly
   * @param yes whether the participant says yes
   */
  record YesNo(boolean truth, boolean yes) implements Scored {
    private static final YesNo[] ALL = {
      new YesNo(false, false), new YesNo(false, true), new YesNo(true, false), new YesNo(true, true)
    };

    /** The same, one of four for all: a million answers would else be a million objects more. */
    static YesNo of(boolean truth, boolean yes) {
      return ALL[(truth ? 2 : 0) + (yes ? 1 : 0)];
    }

    @Override
    public boolean correct() {
      return truth == yes;
    }

    @Override
    public String said() {
      return yes ? Task.YES : Task.NO;
    }

    @Override
    public String about() {
      return truth ? Task.YES : Task.NO;
    }
  }

  /**
   * One of several classes. A place is read as one, too: a file does not tell them apart.
   *
   * @param right id of the class that the model predicts
   * @param said id of the class that the participant says
   */
  record Choice(String right, String said) implements Scored {
    /** The same where what can be said are places. */
    public Place place() {
      return new Place(right, said);
    }

    @Override
    public boolean correct() {
      return right.equals(said);
    }

    @Override
    public String about() {
      return right;
    }
  }

  /**
   * One of several explanations, by the place at which it was shown. The order is each person's
   * own, so a place says nothing of the stimulus.
   *
   * @param right the place of the explanation of what the model says
   * @param said the place that the participant chose
   */
  record Place(String right, String said) implements Scored {
    @Override
    public boolean correct() {
      return right.equals(said);
    }

    /** The right one or another: which other one stood at a place is not told. */
    @Override
    public String meant() {
      return String.valueOf(correct());
    }

    @Override
    public String about() {
      return "";
    }
  }

  /**
   * Whether one would use a model, which no answer is right to.
   *
   * @param model which of the two
   * @param points {@value #LOW}, definitely not, to {@value #HIGH}, definitely
   */
  record Rating(Manifest.Model model, int points) implements Judgement {
    /** The lowest point. */
    public static final int LOW = 1;

    /** The highest point. */
    public static final int HIGH = 5;

    @Override
    public String said() {
      return String.valueOf(points);
    }

    @Override
    public String about() {
      return model.written();
    }
  }
}
