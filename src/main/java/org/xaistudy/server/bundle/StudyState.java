package org.xaistudy.server.bundle;

import java.util.Locale;

/** Where a version of a study is in its life. */
public enum StudyState {
  /** Being written: only preview links work, and edited files are read again at once. */
  DRAFT,
  /** Shown around: the participants' link works for everybody, as a preview that never counts. */
  PREVIEW,
  /**
   * Tried out with people, who take part as they do in a live study. Once that is over the same
   * files go on as another version, so that what they said stays apart.
   */
  PILOT,
  /** People take part. */
  LIVE,
  /** Nobody is taken in; those at work go on. */
  PAUSED,
  /** Over for good: nobody can take part, and the results may be seen. */
  CLOSED;

  /**
   * Whether this state may follow. Nothing follows {@link #CLOSED}, because the results may have
   * been seen; and what somebody took part in is no draft any more.
   *
   * @param frozen whether a real participant has come
   */
  public boolean mayBecome(StudyState next, boolean frozen) {
    return switch (this) {
      case DRAFT, PREVIEW -> next != this && next != PAUSED && next != (frozen ? PILOT : CLOSED);
      case PILOT -> frozen ? next == CLOSED : next == DRAFT || next == PREVIEW || next == LIVE;
      case LIVE -> next == PAUSED || (frozen ? next == CLOSED : next == DRAFT || next == PREVIEW);
      case PAUSED -> next == LIVE || (frozen ? next == CLOSED : next == DRAFT || next == PREVIEW);
      case CLOSED -> false;
    };
  }

  /** Whether people are taken in, and count. */
  public boolean takesPeople() {
    return this == PILOT || this == LIVE;
  }

  /** As written in files and forms. */
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }
}
