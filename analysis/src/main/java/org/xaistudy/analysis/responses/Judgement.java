package org.xaistudy.analysis.responses;

import org.xaistudy.studies.Task;
import org.xaistudy.studies.manifest.Manifest;

/** What was judged, and what was said of it. */
public sealed interface Judgement {
  /** What was said, as it is stored. */
  String said();

  /**
   * Which of the things it is that one stimulus can be: what is hard to see in one says nothing of
   * the other.
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
   * One of several classes.
   *
   * @param right id of the class that the model predicts
   * @param said id of the class that the participant says
   */
  record Choice(String right, String said) implements Scored {
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
