package org.xaistudy.stimuli.attribution;

import static org.xaistudy.stimuli.model.NativeTensors.keeping;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import org.xaistudy.stimuli.attribution.layer.Channels;
import org.xaistudy.stimuli.attribution.layer.Shapes;

/**
 * Arrays of N·E rows, E for each of N images: some of the rows, some of their channels.
 *
 * @param images N
 */
record PassArrays(int images) {

  /** Of each image the given rows, in that order: (N·K, …). Owned by the caller. */
  NDArray select(NDArray values, List<Integer> rows) {
    return keeping(
        () -> {
          NDArray grouped = values.reshape(Shapes.grouped(values.getShape().getShape(), images));
          NDArray chosen = Channels.select(grouped, indices(values.getManager(), rows));
          return chosen.reshape(Shapes.flat(chosen.getShape().getShape()));
        });
  }

  /** Of each image, from row {@code rows[k]} channel {@code channels[k]}: (N, K, …). */
  NDArray select(NDArray values, List<Integer> rows, List<Integer> channels) {
    long[] shape = values.getShape().getShape();
    long[] flat = shape.clone();
    flat[0] = images;
    flat[1] = shape[0] / images * shape[1];
    List<Integer> columns = new ArrayList<>();
    for (int k = 0; k < rows.size(); k++) {
      columns.add((int) (rows.get(k) * shape[1] + channels.get(k)));
    }
    return Channels.select(values.reshape(flat), indices(values.getManager(), columns));
  }

  /** Values whose other channels are zero; per row the channels kept, null for all. */
  NDArray keep(NDArray values, List<SortedSet<Integer>> kept) {
    long[] shape = Shapes.grouped(values.getShape().getShape(), images);
    int channels = (int) shape[2];
    float[] mask = new float[kept.size() * channels];
    for (int i = 0; i < mask.length; i++) {
      SortedSet<Integer> set = kept.get(i / channels);
      mask[i] = set == null || set.contains(i % channels) ? 1 : 0;
    }
    long[] maskShape = new long[shape.length];
    Arrays.fill(maskShape, 1);
    maskShape[1] = kept.size();
    maskShape[2] = channels;
    NDArray masks = values.getManager().create(mask, new Shape(maskShape));
    return values.reshape(shape).mul(masks).reshape(values.getShape());
  }

  static NDArray indices(NDManager manager, List<Integer> numbers) {
    return manager.create(numbers.stream().mapToLong(Integer::longValue).toArray());
  }
}
