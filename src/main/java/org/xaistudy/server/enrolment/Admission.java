package org.xaistudy.server.enrolment;

import org.xaistudy.server.run.Run;

/** What became of an arrival. */
public sealed interface Admission {
  /**
   * Taken in, now or before.
   *
   * @param run the run to go on with
   */
  record Taken(Run run) implements Admission {}

  /** No place is free. */
  record Full() implements Admission {}

  /** Took part in an earlier study whose participants are not wanted again. */
  record Repeated() implements Admission {}
}
