package org.xaistudy.stimuli.model;

import com.sun.jna.Function;
import com.sun.jna.Platform;

/**
 * Lets the engine's threads sleep while they wait for each other. By themselves they try again and
 * again, so that where a processor is shared the one that waits takes the time of the one that is
 * waited for: exploring three images beside other work took four times as long.
 */
final class WaitingThreads {
  /** Of the OpenMP standard; read when the engine is loaded. */
  private static final String VARIABLE = "OMP_WAIT_POLICY";

  private WaitingThreads() {}

  /**
   * Lets them sleep, if the engine is not loaded yet, unless the environment says how to wait;
   * where it cannot be changed nothing happens.
   */
  static void sleep() {
    if (!Platform.isLinux()) {
      return;
    }
    try {
      int unlessThere = 0;
      Function.getFunction(Platform.C_LIBRARY_NAME, "setenv")
          .invokeInt(new Object[] {VARIABLE, "PASSIVE", unlessThere});
    } catch (LinkageError notGlibc) {
      return; // slower where processors are shared, nothing else
    }
  }
}
