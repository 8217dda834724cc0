package org.xaistudy.server.run;

import org.xaistudy.server.trial.Trial;
import org.xaistudy.studies.Questionnaire.When;
import org.xaistudy.studies.Recruitment.Outcome;

/** What a person does next. */
public sealed interface Stage {
  /** Asks what is to be done at this stage. */
  <T> T visit(Visitor<T> visitor);

  /** Something for each stage: where one is forgotten, it does not compile. */
  interface Visitor<T> {
    /** At {@link Device}. */
    T device();

    /** At {@link Instructions}. */
    T instructions();

    /** At {@link Comprehension}. */
    T comprehension();

    /** At {@link Judge}. */
    T judge(Trial trial);

    /** At {@link Questions}. */
    T questions(When when);

    /** At {@link Finished}. */
    T finished();

    /** At {@link Ended}. */
    T ended(Outcome outcome);

    /** At {@link PlaceGone}. */
    T placeGone();
  }

  /** Show that the window is large enough. */
  record Device() implements Stage {
    @Override
    public <T> T visit(Visitor<T> visitor) {
      return visitor.device();
    }
  }

  /** Read how to read the explanations. */
  record Instructions() implements Stage {
    @Override
    public <T> T visit(Visitor<T> visitor) {
      return visitor.instructions();
    }
  }

  /** Answer the questions about the instructions. */
  record Comprehension() implements Stage {
    @Override
    public <T> T visit(Visitor<T> visitor) {
      return visitor.comprehension();
    }
  }

  /**
   * Judge an image, or do what an attention check asks.
   *
   * @param trial the first without an answer
   */
  record Judge(Trial trial) implements Stage {
    @Override
    public <T> T visit(Visitor<T> visitor) {
      return visitor.judge(trial);
    }
  }

  /**
   * Answer the questionnaire.
   *
   * @param when before the first trial; or after the last, when everything is answered and counted
   */
  record Questions(When when) implements Stage {
    @Override
    public <T> T visit(Visitor<T> visitor) {
      return visitor.questions(when);
    }
  }

  /** Nothing: everything is answered and counted. */
  record Finished() implements Stage {
    @Override
    public <T> T visit(Visitor<T> visitor) {
      return visitor.finished();
    }
  }

  /**
   * Nothing: the run was ended before its last trial.
   *
   * @param outcome why
   */
  record Ended(Outcome outcome) implements Stage {
    @Override
    public <T> T visit(Visitor<T> visitor) {
      return visitor.ended(outcome);
    }
  }

  /** Nothing: the person was away for too long, and every place is given to someone else. */
  record PlaceGone() implements Stage {
    @Override
    public <T> T visit(Visitor<T> visitor) {
      return visitor.placeGone();
    }
  }
}
