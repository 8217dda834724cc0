package org.xaistudy.server.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Arrivals over time, in bars of equal length.
 *
 * @param bars from the first arrival to now; none before the first
 * @param each how long a bar is, in words
 */
public record Timeline(List<Bar> bars, String each) {
  private static final List<Duration> LENGTHS =
      List.of(
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofDays(1),
          Duration.ofDays(7),
          Duration.ofDays(28));
  private static final int MOST = 48;
  private static final double WIDEST = 24;

  /**
   * A bar.
   *
   * @param x its left edge in a drawing 480 wide
   * @param y its upper edge in a drawing 104 high
   * @param width of it
   * @param height 0 to 100
   * @param people how many came
   * @param since from when on
   */
  public record Bar(double x, double y, double width, double height, int people, String since) {}

  /** The timeline of some arrivals. */
  static Timeline of(Collection<Instant> arrivals, Instant now) {
    if (arrivals.isEmpty()) {
      return new Timeline(List.of(), "");
    }
    Instant first = arrivals.stream().min(Instant::compareTo).orElseThrow();
    Duration length =
        LENGTHS.stream()
            .filter(each -> count(first, now, each) <= MOST)
            .findFirst()
            .orElse(LENGTHS.get(LENGTHS.size() - 1));
    int[] people = new int[count(first, now, length)];
    for (Instant arrival : arrivals) {
      int bar = (int) Duration.between(start(first, length), arrival).dividedBy(length);
      people[Math.min(bar, people.length - 1)]++;
    }
    return new Timeline(bars(people, start(first, length), length), words(length));
  }

  private static List<Bar> bars(int[] people, Instant start, Duration length) {
    int most = 1;
    for (int count : people) {
      most = Math.max(most, count);
    }
    double width = 480.0 / people.length;
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < people.length; i++) {
      bars.add(
          new Bar(
              i * width,
              104 - 100.0 * people[i] / most,
              Math.max(1, Math.min(WIDEST, width - 1)),
              100.0 * people[i] / most,
              people[i],
              DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH)
                  .format(start.plus(length.multipliedBy(i)).atOffset(ZoneOffset.UTC))));
    }
    return bars;
  }

  private static Instant start(Instant first, Duration length) {
    long seconds = length.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(first.getEpochSecond(), seconds) * seconds);
  }

  private static int count(Instant first, Instant now, Duration length) {
    Duration all = Duration.between(start(first, length), now);
    return (int) Math.max(1, Math.min(10_000, all.dividedBy(length) + 1));
  }

  private static String words(Duration length) {
    if (length.toDays() >= 1) {
      return length.toDays() == 1 ? "a day" : length.toDays() + " days";
    }
    return length.toHours() >= 1
        ? (length.toHours() == 1 ? "an hour" : length.toHours() + " hours")
        : length.toMinutes() + " minutes";
  }

  /** From when on there are bars; empty before the first arrival. */
  public String since() {
    return bars.isEmpty() ? "" : bars.get(0).since();
  }

  /** The most people in one bar. */
  public int most() {
    return bars.stream().mapToInt(Bar::people).max().orElse(0);
  }
}
