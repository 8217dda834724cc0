package org.xaistudy.stimuli.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * What goes on from a masked layer.
 *
 * @param sources which of the rows that arrived
 * @param sets the channels that row keeps
 * @param entries the passes that it then stands for
 */
record Masked(List<Integer> sources, List<SortedSet<Integer>> sets, List<List<Integer>> entries) {
  Masked() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  void add(int source, SortedSet<Integer> set, List<Integer> members) {
    sources.add(source);
    sets.add(set);
    entries.add(members);
  }

  /** The single channel that each row keeps. */
  List<Integer> channels() {
    return sets.stream().map(SortedSet::first).toList();
  }

  /** The same in parts of at most {@code size} rows. */
  List<Masked> parts(int size) {
    List<Masked> parts = new ArrayList<>();
    for (int from = 0; from < sources.size(); from += size) {
      int to = Math.min(sources.size(), from + size);
      parts.add(
          new Masked(sources.subList(from, to), sets.subList(from, to), entries.subList(from, to)));
    }
    return parts;
  }
}
