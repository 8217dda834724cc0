package org.xaistudy.server.assignment;

import java.util.List;
import org.xaistudy.server.bundle.OpenStudy;

/** What a study's secret says, for tests of other packages. */
public final class Replay {
  private Replay() {}

  /** The arms of all places in their order. */
  public static List<String> arms(OpenStudy study, int perArm) {
    return PermutedBlocks.order(study.study().block(), perArm, study.drawSecret());
  }
}
