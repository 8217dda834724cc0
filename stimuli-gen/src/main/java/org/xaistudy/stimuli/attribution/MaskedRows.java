package org.xaistudy.stimuli.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * What goes on from a masked layer.
 *
 * @param sources which of the rows that arrived
 * @param sets the channels that each of them keeps
 * @param rows the passes that it then stands for
 */
record MaskedRows(List<Integer> sources, List<SortedSet<Integer>> sets, List<SharedRow> rows) {
  MaskedRows() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  void add(int source, SortedSet<Integer> set, SharedRow row) {
    sources.add(source);
    sets.add(set);
    rows.add(row);
  }

  /** The single channel that each row keeps. */
  List<Integer> channels() {
    return sets.stream().map(set -> set.iterator().next()).toList();
  }

  /** The same in parts of at most {@code size} rows. */
  List<MaskedRows> parts(int size) {
    List<MaskedRows> parts = new ArrayList<>();
    for (int from = 0; from < sources.size(); from += size) {
      int to = Math.min(sources.size(), from + size);
      parts.add(
          new MaskedRows(
              sources.subList(from, to), sets.subList(from, to), rows.subList(from, to)));
    }
    return parts;
  }
}
