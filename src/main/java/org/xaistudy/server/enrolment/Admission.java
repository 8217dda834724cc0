package org.xaistudy.server.enrolment;

import org.xaistudy.server.bundle.StudyState;
import org.xaistudy.server.run.Course;

/** What became of an arrival. */
public sealed interface Admission {
  /** Asks what is to be said. */
  <T> T visit(Visitor<T> visitor);

  /** Something for each case: where one is forgotten, it does not compile. */
  interface Visitor<T> {
    /** At {@link Taken}. */
    T taken(Course course);

    /** At {@link Full}. */
    T full();

    /** At {@link Crowded}. */
    T crowded();

    /** At {@link Busy}. */
    T busy();

    /** At {@link Repeated}. */
    T repeated();

    /** At {@link NotOpen}. */
    T notOpen(StudyState state);
  }

  /**
   * Taken in, now or before.
   *
   * @param course the run to go on with
   */
  record Taken(Course course) implements Admission {
    @Override
    public <T> T visit(Visitor<T> visitor) {
      return visitor.taken(course);
    }
  }

  /** No place is free. */
  record Full() implements Admission {
    @Override
    public <T> T visit(Visitor<T> visitor) {
      return visitor.full();
    }
  }

  /** Too many of one address have begun and not answered anything. */
  record Crowded() implements Admission {
    @Override
    public <T> T visit(Visitor<T> visitor) {
      return visitor.crowded();
    }
  }

  /** So many arrive that nobody knows yet; nothing is stored. */
  record Busy() implements Admission {
    @Override
    public <T> T visit(Visitor<T> visitor) {
      return visitor.busy();
    }
  }

  /** Took part in an earlier study whose participants are not wanted again. */
  record Repeated() implements Admission {
    @Override
    public <T> T visit(Visitor<T> visitor) {
      return visitor.repeated();
    }
  }

  /**
   * Nobody is taken in at present, or no longer.
   *
   * @param state of the study
   */
  record NotOpen(StudyState state) implements Admission {
    @Override
    public <T> T visit(Visitor<T> visitor) {
      return visitor.notOpen(state);
    }
  }
}
