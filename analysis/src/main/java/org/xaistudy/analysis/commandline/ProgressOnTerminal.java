package org.xaistudy.analysis.commandline;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.xaistudy.analysis.ProgressListener;

/**
 * A bar with the time left, for every task that takes longer than two seconds.
 *
 * <p>Quicker tasks leave no trace: a bar that flashes by tells nobody anything.
 */
public final class ProgressOnTerminal implements ProgressListener, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int WIDTH = 78;

  private final PrintStream out;
  private final Clock clock;
  private String task = "";
  private Instant started = Instant.MIN;
  private @Nullable ProgressBar bar;

  /** A bar on {@code out}, by the time of {@code clock}. */
  public ProgressOnTerminal(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /** A bar where a person sees it and no other program reads; closing it leaves that open. */
  static ProgressOnTerminal onStandardError() {
    return new ProgressOnTerminal(System.err, Clock.systemUTC());
  }

  @Override
  public synchronized void at(String task, long done, long total) {
    if (!task.equals(this.task)) {
      close();
      this.task = task;
      started = clock.instant();
    }
    if (bar == null && overdue()) {
      bar = bar(done, total);
    }
    if (bar != null) {
      bar.stepTo(done);
    }
  }

  private boolean overdue() {
    return Duration.between(started, clock.instant()).compareTo(PATIENCE) > 0;
  }

  private ProgressBar bar(long done, long total) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(total)
        .startsFrom(done, Duration.between(started, clock.instant()))
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(500)
        .setConsumer(new ConsoleProgressBarConsumer(out, WIDTH))
        .build();
  }

  /** Ends the bar that is shown, if any. */
  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
    task = "";
  }
}
