package org.xaistudy.stimuli.generation;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress bars with the time left, all of one look. */
public final class ProgressBars {
  private ProgressBars() {}

  /** A bar for {@code steps} steps; close it when they are done. */
  public static ProgressBar bar(String task, long steps) {
    return new ProgressBarBuilder()
        .setTaskName(String.format("%-34s", task))
        .setInitialMax(steps)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(500)
        .setMaxRenderedLength(100)
        .build();
  }
}
