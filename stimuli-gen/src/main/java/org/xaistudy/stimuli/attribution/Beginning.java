package org.xaistudy.stimuli.attribution;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.stream.IntStream;
import org.xaistudy.stimuli.model.NativeTensors;
import org.xaistudy.stimuli.model.Tensor;

/** The relevance with which passes begin at a layer. */
final class Beginning {
  private final Trace trace;
  private final String layer;
  private final float[] activations; // (N, …)
  private final int size;

  Beginning(Trace trace, String layer) {
    this.trace = trace;
    this.layer = layer;
    activations = trace.activations(layer).values();
    size = activations.length / trace.images();
  }

  /**
   * @return (N·S, …) with the layer's shape, for each image one row a start
   */
  NDArray relevance(NDManager manager, List<Start> starts) {
    float[] values = new float[activations.length * starts.size()];
    for (int image = 0; image < trace.images(); image++) {
      for (int s = 0; s < starts.size(); s++) {
        int row = (image * starts.size() + s) * size;
        for (int i : chosen(starts.get(s), image).toArray()) {
          values[row + i] = (float) starts.get(s).value().orElse(activations[image * size + i]);
        }
      }
    }
    int[] shape = trace.network().shape(layer);
    int rows = trace.images() * starts.size();
    int[] all = IntStream.concat(IntStream.of(rows), IntStream.of(shape)).toArray();
    return NativeTensors.load(manager, new Tensor(values, all));
  }

  private IntStream chosen(Start start, int image) {
    if (!start.classes().isEmpty()) {
      return start.classes().stream().mapToInt(Integer::intValue);
    }
    return start.layer() == null ? IntStream.of(trace.targets()[image]) : IntStream.range(0, size);
  }
}
