package org.xaistudy.stimuli.model;

import com.sun.jna.Function;
import com.sun.jna.Platform;

/**
 * Lets the C library keep the native memory that arrays give back, for the next ones. Left to
 * itself, glibc returns large pieces to the operating system at once and gets them again page by
 * page: half of the time of a relevance pass. The largest amount in use, and so the process's size,
 * stays what it is; it only does not shrink in between.
 */
final class FreedMemory {
  // Numbers of <malloc.h>.
  private static final int TRIM_THRESHOLD = -1;
  private static final int TOP_PAD = -2;
  private static final int MMAP_THRESHOLD = -3;

  /** The most that glibc takes: larger arrays are still mapped, each by itself. */
  private static final int LARGEST_KEPT = 32 << 20;

  /** As large as one of glibc's heaps; an empty one is kept then. */
  private static final int HEAP = 64 << 20;

  private FreedMemory() {}

  /** Keeps it from now on, where the C library can be told; elsewhere nothing happens. */
  static void keep() {
    if (!Platform.isLinux()) {
      return;
    }
    try {
      Function mallopt = Function.getFunction(Platform.C_LIBRARY_NAME, "mallopt");
      mallopt.invokeInt(new Object[] {MMAP_THRESHOLD, LARGEST_KEPT});
      mallopt.invokeInt(new Object[] {TOP_PAD, HEAP});
      mallopt.invokeInt(new Object[] {TRIM_THRESHOLD, Integer.MAX_VALUE});
    } catch (LinkageError notGlibc) {
      return; // slower, nothing else
    }
  }
}
