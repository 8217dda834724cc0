package org.xaistudy.stimuli.attribution;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.stream.IntStream;
import org.xaistudy.stimuli.model.NativeTensors;
import org.xaistudy.stimuli.model.Tensor;

/** Initial relevances of a start layer as one native array. */
final class InitialArray {
  private final ForwardPass forward;
  private final String layer;
  private final float[] activations; // (N, …)
  private final int size;

  InitialArray(ForwardPass forward, String layer) {
    this.forward = forward;
    this.layer = layer;
    activations = forward.activations(layer).values();
    size = activations.length / forward.images();
  }

  /**
   * One row for each initial relevance, image by image.
   *
   * @return (N·S, …) with the layer's shape, for each image one row an initial relevance
   */
  NDArray of(NDManager manager, List<InitialRelevance> initials) {
    float[] values = new float[activations.length * initials.size()];
    for (int image = 0; image < forward.images(); image++) {
      for (int k = 0; k < initials.size(); k++) {
        int row = (image * initials.size() + k) * size;
        for (int i : chosen(initials.get(k), image).toArray()) {
          values[row + i] = (float) initials.get(k).value().orElse(activations[image * size + i]);
        }
      }
    }
    int[] shape = forward.network().shape(layer);
    int rows = forward.images() * initials.size();
    int[] all = IntStream.concat(IntStream.of(rows), IntStream.of(shape)).toArray();
    return NativeTensors.load(manager, new Tensor(values, all));
  }

  private IntStream chosen(InitialRelevance initial, int image) {
    if (!initial.classes().isEmpty()) {
      return initial.classes().stream().mapToInt(Integer::intValue);
    }
    return initial.layer() == null
        ? IntStream.of(forward.targets()[image])
        : IntStream.range(0, size);
  }
}
