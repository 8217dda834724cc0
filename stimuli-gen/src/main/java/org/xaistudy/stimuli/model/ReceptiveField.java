package org.xaistudy.stimuli.model;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;

/**
 * Which input pixels can reach the neuron (y, x) of a layer: rows {@code offsetY + y·strideY} to
 * {@code … + height − 1}, columns likewise. Rows and columns outside of the image are padding.
 *
 * <p>Where branches meet it is the smallest rectangle that holds what each branch sees.
 */
public record ReceptiveField(
    int height, int width, int strideY, int strideX, int offsetY, int offsetX) {

  /** A rectangle of pixels: its top left corner and its size. */
  public record Area(int x, int y, int width, int height) {}

  /**
   * What the neuron at row {@code y}, column {@code x} sees of an image of the given size, cut at
   * the image's edges.
   */
  public Area of(int y, int x, int imageHeight, int imageWidth) {
    int top = Math.max(0, offsetY + y * strideY);
    int left = Math.max(0, offsetX + x * strideX);
    int bottom = Math.min(imageHeight, offsetY + y * strideY + height);
    int right = Math.min(imageWidth, offsetX + x * strideX + width);
    return new Area(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }

  static ReceptiveField of(Network network, String module) {
    String layer = network.node(module).name();
    Map<String, ReceptiveField> fields = new HashMap<>();
    fields.put(Network.INPUT, new ReceptiveField(1, 1, 1, 1, 0, 0));
    for (Node node : network.nodes()) {
      ReceptiveField seen =
          node.inputs().stream().map(fields::get).reduce(ReceptiveField::union).orElseThrow();
      int[] input = network.shape(node.inputs().get(0));
      fields.put(node.name(), seen.through(node.layer(), input));
      if (node.name().equals(layer)) {
        break;
      }
    }
    return requireNonNull(fields.get(layer));
  }

  private ReceptiveField through(Layer layer, int[] input) {
    if (layer instanceof Layer.Convolution convolution) {
      return through(convolution.window());
    } else if (layer instanceof Layer.MaxPool pool) {
      return through(pool.window());
    } else if (layer instanceof Layer.AveragePool pool) {
      return through(pool.window());
    } else if (layer instanceof Layer.Elementwise
        || layer instanceof Layer.Add
        || layer instanceof Layer.Multiply
        || layer instanceof Layer.Concat
        || input.length < 3) {
      return this;
    } else if (layer instanceof Layer.GlobalAveragePool
        || layer instanceof Layer.Linear
        || layer instanceof Layer.Flatten
        || layer instanceof Layer.Reshape) {
      return through(Window.whole(input[1], input[2])); // sees the whole plane
    }
    throw new AssertionError("nobody said what is seen through " + layer);
  }

  private ReceptiveField through(Window window) {
    return new ReceptiveField(
        height + (window.spanY() - 1) * strideY,
        width + (window.spanX() - 1) * strideX,
        strideY * window.strideY(),
        strideX * window.strideX(),
        offsetY - window.padTop() * strideY,
        offsetX - window.padLeft() * strideX);
  }

  private static ReceptiveField union(ReceptiveField a, ReceptiveField b) {
    int top = Math.min(a.offsetY, b.offsetY);
    int left = Math.min(a.offsetX, b.offsetX);
    return new ReceptiveField(
        Math.max(a.offsetY + a.height, b.offsetY + b.height) - top,
        Math.max(a.offsetX + a.width, b.offsetX + b.width) - left,
        a.strideY,
        a.strideX,
        top,
        left);
  }
}
