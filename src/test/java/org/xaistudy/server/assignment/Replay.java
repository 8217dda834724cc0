package org.xaistudy.server.assignment;

import java.util.List;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.studies.Method;

/** What a study's secret says, for tests of other packages. */
public final class Replay {
  private Replay() {}

  /** The arms of all places in their order. */
  public static List<String> arms(OpenStudy study, int perArm) {
    List<String> methods = study.study().methods().stream().map(Method::id).toList();
    return PermutedBlocks.order(methods, perArm, study.drawSecret());
  }
}
