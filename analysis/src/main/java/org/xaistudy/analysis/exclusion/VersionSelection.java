package org.xaistudy.analysis.exclusion;

import java.util.SortedSet;
import java.util.stream.Collectors;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.analysis.responses.Participant;

/** Which versions of a study count, where one file holds the answers to several. */
public sealed interface VersionSelection {
  /** The newest that anybody answered. */
  VersionSelection NEWEST = new Newest();

  /** All of them together. */
  VersionSelection ALL = new All();

  /** One version, by its number. */
  static VersionSelection only(int version) {
    return new Only(version);
  }

  /**
   * Those that count.
   *
   * @param answered all that anybody answered, at least one; {@link Participant#UNKNOWN_VERSION}
   *     among them where the file does not tell
   * @throws AnalysisException if nobody answered the one asked for
   */
  SortedSet<Integer> of(SortedSet<Integer> answered);

  /** See {@link #NEWEST}. */
  record Newest() implements VersionSelection {
    @Override
    public SortedSet<Integer> of(SortedSet<Integer> answered) {
      return answered.tailSet(answered.last());
    }
  }

  /** See {@link #ALL}. */
  record All() implements VersionSelection {
    @Override
    public SortedSet<Integer> of(SortedSet<Integer> answered) {
      return answered;
    }
  }

  /** See {@link #only}. */
  record Only(int version) implements VersionSelection {
    @Override
    public SortedSet<Integer> of(SortedSet<Integer> answered) {
      if (!answered.contains(version)) {
        throw new AnalysisException(
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
