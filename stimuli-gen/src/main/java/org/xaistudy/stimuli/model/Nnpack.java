package org.xaistudy.stimuli.model;

import ai.djl.engine.Engine;
import com.sun.jna.Function;
import com.sun.jna.Pointer;

/**
 * Leaves NNPACK out, a library that PyTorch asks first to compute small convolutions of single
 * images. It knows some processors and not others. Where it does, it computes by other formulas
 * than all else here, so that last digits depend on the machine; where it does not, it says so on
 * the standard error at each convolution, thousands of times in one figure.
 */
final class Nnpack {
  /** Found by this name once the engine has loaded it. */
  private static final String LIBRARY = "torch_cpu";

  private Nnpack() {}

  /**
   * Loads the engine and leaves NNPACK out from now on. DJL does not offer PyTorch's switch, so it
   * is called by its name in the library; where that is named otherwise nothing happens.
   */
  static void leaveOut() {
    Engine.getEngine("PyTorch");
    try {
      Pointer context = function("_ZN2at13globalContextEv").invokePointer(new Object[0]);
      function("_ZN2at7Context20setUserEnabledNNPACKEb").invokeVoid(new Object[] {context, false});
    } catch (LinkageError otherwiseNamed) {
      return; // as PyTorch has it by default
    }
  }

  private static Function function(String name) {
    return Function.getFunction(LIBRARY, name);
  }
}
