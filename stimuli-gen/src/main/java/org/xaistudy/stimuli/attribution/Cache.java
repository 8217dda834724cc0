package org.xaistudy.stimuli.attribution;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Arrays that are computed once and kept for as long as their manager lives. */
final class Cache {
  private final NDManager manager;
  private final Map<Object, NDArray> kept = new HashMap<>();

  /** By identity: an array's own equality compares its values. */
  private final Map<NDArray, Map<Object, NDArray>> derived = new IdentityHashMap<>();

  Cache(NDManager manager) {
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

  /** The result of {@code compute}; what else that creates is freed. */
  private NDArray keep(Supplier<NDArray> compute) {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      NDArray array = compute.get();
      NDScope.unregister(array);
      array.attach(manager);
      return array;
    }
  }
}
