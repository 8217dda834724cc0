package org.xaistudy.stimuli.attribution;

import java.util.List;
import java.util.stream.Stream;

/**
 * One row of relevance an image, shared by all passes that have agreed so far.
 *
 * @param passes their numbers, at least one
 */
record SharedRow(List<Integer> passes) {
  SharedRow {
    passes = List.copyOf(passes);
  }

  /** One of them: what holds of the way behind it holds for all. */
  int any() {
    return passes.get(0);
  }

  /** A row for each of them. */
  Stream<SharedRow> singly() {
    return passes.stream().map(pass -> new SharedRow(List.of(pass)));
  }
}
