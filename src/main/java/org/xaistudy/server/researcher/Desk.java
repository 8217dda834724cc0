package org.xaistudy.server.researcher;

import java.util.Arrays;
import java.util.List;
import org.xaistudy.server.bundle.StudyState;
import org.xaistudy.server.decision.Decision;
import org.xaistudy.server.monitor.Progress;

/**
 * What a study's page tells.
 *
 * @param status how far each arm is
 * @param state where it is in its life
 * @param frozen whether a real participant has come
 * @param over whether nobody can take part any more, and the results may be seen
 * @param blind whether the truth may not be told yet
 * @param progress how it is going
 * @param edited whether the files on the disk are others than those that it runs with
 * @param versions its versions, the newest first
 * @param decisions what was decided about it, the latest first
 */
record Desk(
    StudyStatus status,
    StudyState state,
    boolean frozen,
    boolean over,
    boolean blind,
    Progress progress,
    boolean edited,
    List<VersionView> versions,
    List<Decision> decisions) {
  /**
   * A version.
   *
   * @param number counted from 1
   * @param first when its first participant came; empty if none has
   * @param agreed real people who agreed
   * @param completed those of them who finished
   * @param editions its files
   */
  record VersionView(
      int number, String first, long agreed, long completed, List<EditionView> editions) {}

  /**
   * Files of a version.
   *
   * @param number counted from 1
   * @param since from when on
   */
  record EditionView(int number, String since) {}

  /**
   * A step that can be taken.
   *
   * @param state what it would become
   * @param label of the button
   * @param consequence what would follow
   * @param asksWhy whether a reason has to be given
   */
  record Step(StudyState state, String label, String consequence, boolean asksWhy) {
    private static Step endPilot() {
      return new Step(
          StudyState.CLOSED,
          "End the pilot",
          "Whoever is at work is stopped, and the pilot’s report opens. The same files go on as"
              + " another version, a draft with a draw of its own.",
          true);
    }

    static Step to(StudyState state, StudyState from) {
      return switch (state) {
        case DRAFT ->
            new Step(
                state, "Back to draft", "Edited files are read at once; only previews.", false);
        case PREVIEW ->
            new Step(
                state,
                "Show it around",
                "The participants’ link works for everybody, as a preview that never counts.",
                false);
        case PILOT ->
            new Step(
                state,
                "Try it out",
                "A pilot: people take part as they will later. When it has ended the same files go"
                    + " on as another version, and these answers stay apart.",
                false);
        case LIVE -> new Step(state, "Open it", "People can take part, and count.", false);
        case PAUSED ->
            new Step(state, "Pause", "Arrivals are told so; people at work go on.", false);
        case CLOSED ->
            from == StudyState.PILOT
                ? endPilot()
                : new Step(
                    state,
                    "Close for good",
                    "Whoever is at work is stopped, the report opens, the draws’ secret is published."
                        + " This cannot be undone.",
                    true);
      };
    }
  }

  /** What it could become now. */
  public List<Step> steps() {
    return Arrays.stream(StudyState.values())
        .filter(next -> state.mayBecome(next, frozen))
        .map(next -> Step.to(next, state))
        .toList();
  }

  /** What its state means. */
  public String meaning() {
    return switch (state) {
      case DRAFT -> "Nobody can take part yet. Preview links work; edited files are read at once.";
      case PREVIEW -> "Everybody who has the link can look at it. Nothing counts.";
      case PILOT ->
          "It is tried out: people can take part. What they say stays apart from what comes after.";
      case LIVE -> "People can take part.";
      case PAUSED -> "Nobody is taken in. People at work go on.";
      case CLOSED -> "It is over: nobody can take part, and the results may be seen.";
    };
  }

  /** Whether places can be added. */
  public boolean canGrow() {
    return !over;
  }
}
