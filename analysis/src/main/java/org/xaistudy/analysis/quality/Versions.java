package org.xaistudy.analysis.quality;

import java.util.SortedSet;
import java.util.stream.Collectors;
import org.xaistudy.analysis.responses.Participant;

/** Which versions of a study count, where one file holds the answers to several. */
public sealed interface Versions {
  /** The newest that anybody answered. */
  Versions NEWEST = new Newest();

  /** All of them together. */
  Versions ALL = new All();

  /** One version, by its number. */
  static Versions only(int version) {
    return new Only(version);
  }

  /**
   * Those that count.
   *
   * @param answered all that anybody answered, at least one; {@link Participant#UNKNOWN_VERSION}
   *     among them where the file does not tell
   * @throws IllegalArgumentException if nobody answered the one asked for
   */
  SortedSet<Integer> of(SortedSet<Integer> answered);

  /** See {@link #NEWEST}. */
  record Newest() implements Versions {
    @Override
    public SortedSet<Integer> of(SortedSet<Integer> answered) {
      return answered.tailSet(answered.last());
    }
  }

  /** See {@link #ALL}. */
  record All() implements Versions {
    @Override
    public SortedSet<Integer> of(SortedSet<Integer> answered) {
      return answered;
    }
  }

  /** See {@link #only}. */
  record Only(int version) implements Versions {
    @Override
    public SortedSet<Integer> of(SortedSet<Integer> answered) {
      if (!answered.contains(version)) {
        throw new IllegalArgumentException(
            answered.last() == Participant.UNKNOWN_VERSION
                ? "the answers do not tell which version of the study they belong to"
                : "nobody answered version %d of the study; there are answers to %s"
                    .formatted(
                        version,
                        answered.stream().map(String::valueOf).collect(Collectors.joining(", "))));
      }
      return answered.subSet(version, version + 1);
    }
  }
}
