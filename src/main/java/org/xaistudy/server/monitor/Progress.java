package org.xaistudy.server.monitor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.xaistudy.server.assignment.Arm;

/**
 * How a study is going.
 *
 * @param arms its arms
 * @param steps how many people reached each page, in its order
 * @param arrivals over time
 * @param agreed real people who agreed
 * @param ended those of them whom the study itself stopped
 * @param failedChecks attention checks that were not answered as they asked
 * @param timeLeft until everybody has finished, at the pace so far; empty if nobody can say
 */
public record Progress(
    List<ArmProgress> arms,
    List<Step> steps,
    Timeline arrivals,
    int agreed,
    int ended,
    int failedChecks,
    Optional<Duration> timeLeft) {
  /**
   * An arm.
   *
   * @param arm its places
   * @param median time of those who finished; empty if none has
   */
  public record ArmProgress(Arm arm, Optional<Duration> median) {
    /** Width of the finished part in a bar of 100. */
    public double done() {
      return share(arm.completed());
    }

    /** Width of the finished part and that at work in a bar of 100. */
    public double taken() {
      return share(arm.completed() + arm.live());
    }

    private double share(int part) {
      int all = arm.completed() + arm.live() + arm.free();
      return all == 0 ? 0 : 100.0 * part / all;
    }

    /** The median in minutes. */
    public String minutes() {
      return median.map(time -> "%.1f min".formatted(time.toMillis() / 60_000.0)).orElse("–");
    }
  }

  /**
   * A page that people reached.
   *
   * @param name what it is
   * @param people who reached it
   * @param all who agreed
   */
  public record Step(String name, int people, int all) {
    /** Width in a bar of 100. */
    public double share() {
      return all == 0 ? 0 : 100.0 * people / all;
    }
  }

  /** The time left in words. */
  public String left() {
    return timeLeft.map(Progress::words).orElse("nobody can say yet");
  }

  private static String words(Duration time) {
    if (time.toHours() >= 48) {
      return "about " + time.toDays() + " days";
    }
    if (time.toMinutes() >= 120) {
      return "about " + time.toHours() + " hours";
    }
    return time.toMinutes() < 2 ? "a minute or two" : "about " + time.toMinutes() + " minutes";
  }
}
