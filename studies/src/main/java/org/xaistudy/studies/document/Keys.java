package org.xaistudy.studies.document;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Paths of keys in the form that people write: {@code methods[2].steps}. */
final class Keys {
  private static final LevenshteinDistance EDITS = new LevenshteinDistance(2);

  private Keys() {}

  static String ofPointer(JsonPointer pointer) {
    StringBuilder key = new StringBuilder();
    for (JsonPointer at = pointer; !at.matches(); at = at.tail()) {
      if (at.mayMatchElement()) {
        key.append('[').append(at.getMatchingIndex()).append(']');
      } else {
        key.append(key.isEmpty() ? "" : ".").append(at.getMatchingProperty());
      }
    }
    return key.toString();
  }

  /**
   * The one of {@code known} that differs from {@code found} by at most two edits, by one if it is
   * short: any two letters are two edits from any others.
   */
  static Optional<String> nearest(String found, Collection<String> known) {
    return known.stream()
        .filter(candidate -> likely(found, candidate))
        .min(Comparator.comparing(candidate -> EDITS.apply(found, candidate)));
  }

  private static boolean likely(String found, String candidate) {
    int edits = EDITS.apply(found, candidate);
    int shorter = Math.min(found.length(), candidate.length());
    return edits >= 0 && edits <= (shorter > 3 ? 2 : 1) && edits < shorter;
  }
}
