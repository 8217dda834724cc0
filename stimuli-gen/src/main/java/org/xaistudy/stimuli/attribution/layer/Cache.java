package org.xaistudy.stimuli.attribution.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.xaistudy.stimuli.model.NativeTensors;

/** Arrays that are computed once and kept for as long as their manager lives. */
public final class Cache {
  private final NDManager manager;
  private final Map<Object, NDArray> kept = new HashMap<>();

  /** By identity: an array's own equality compares its values. */
  private final IdentityHashMap<NDArray, Map<Object, NDArray>> derived = new IdentityHashMap<>();

  public Cache(NDManager manager) {
    this.manager = manager;
  }

  NDManager manager() {
    return manager;
  }

  /** The array for {@code key}, computed if it is new. */
  NDArray get(Object key, Supplier<NDArray> compute) {
    NDArray known = kept.get(key);
    if (known == null) {
      known = keep(compute);
      kept.put(key, known);
    }
    return known;
  }

  /** What {@code key} makes of {@code source}, an array kept here too. */
  NDArray derive(NDArray source, Object key, Supplier<NDArray> compute) {
    Map<Object, NDArray> ofSource = derived.computeIfAbsent(source, s -> new HashMap<>());
    NDArray known = ofSource.get(key);
    if (known == null) {
      known = keep(compute);
      ofSource.put(key, known);
    }
    return known;
  }

  private NDArray keep(Supplier<NDArray> compute) {
    return NativeTensors.ownedBy(manager, compute);
  }
}
