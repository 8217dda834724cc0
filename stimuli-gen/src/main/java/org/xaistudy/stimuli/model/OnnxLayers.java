package org.xaistudy.stimuli.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The layers that single nodes of an ONNX graph stand for. */
final class OnnxLayers {
  /** Tells the shape of one sample of a node's first input, as ONNX has it. */
  interface Shapes {
    int[] of(OnnxNode node) throws IOException;
  }

  private final OnnxConstants constants;

  OnnxLayers(OnnxConstants constants) {
    this.constants = constants;
  }

  /**
   * The shape by which a network knows values of one sample: a signal (C, L) is an image (C, 1, L)
   * that is one row high, so that all that is known of planes holds of it.
   */
  static int[] planes(int... sample) {
    return sample.length == 2 ? new int[] {sample[0], 1, sample[1]} : sample;
  }

  Layer of(OnnxNode node, Shapes shapes) throws IOException {
    return switch (node.operator()) {
      case "Conv" -> convolution(node);
      case "Gemm" -> gemm(node);
      case "MatMul" -> matMul(node);
      case "Relu" -> new Layer.ReLU();
      case "LeakyRelu" -> new Layer.LeakyReLU(node.real("alpha", 0.01f));
      case "Clip" -> clip(node);
      case "Sigmoid" -> new Layer.Gate(Layer.Squashing.SIGMOID);
      case "HardSigmoid" -> hardSigmoid(node);
      case "HardSwish" -> new Layer.Swish(Layer.Squashing.HARD_SIGMOID);
      case "MaxPool" -> new Layer.MaxPool(node.window());
      case "AveragePool" -> averagePool(node);
      case "GlobalAveragePool" -> new Layer.GlobalAveragePool();
      case "GlobalMaxPool" -> globalMaxPool(shapes.of(node));
      case "Concat" -> concat(node);
      case "Flatten" -> flatten(node, shapes.of(node));
      default -> throw node.refusal("this program knows no such layer");
    };
  }

  private Layer convolution(OnnxNode node) throws IOException {
    Tensor given = constants.input(node, 1);
    int[] shape = given.shape();
    node.refuseIf(shape.length != 3 && shape.length != 4, "it is not 1- or 2-dimensional");
    Window window = node.window(Arrays.copyOfRange(shape, 2, shape.length));
    Tensor weight = given.reshape(shape[0], shape[1], window.height(), window.width());
    boolean biased = node.has(2);
    float[] bias = biased ? constants.input(node, 2).values() : new float[weight.shape()[0]];
    return new Layer.Convolution(weight, bias, window, (int) node.integer("group", 1));
  }

  private Layer gemm(OnnxNode node) throws IOException {
    node.refuseIf(node.integer("transA", 0) != 0, "transA");
    boolean transposed = node.integer("transB", 0) == 1;
    Tensor weight = matrix(node);
    Tensor outByIn = scaled(transposed ? weight : transpose(weight), node.real("alpha", 1));
    int outputs = outByIn.shape()[0];
    if (!node.has(2)) {
      return new Layer.Linear(outByIn, new float[outputs]);
    }
    Tensor bias = scaled(constants.input(node, 2), node.real("beta", 1));
    return new Layer.Linear(outByIn, broadcast(node, bias, new int[] {outputs}).values());
  }

  private Layer matMul(OnnxNode node) throws IOException {
    Tensor weight = transpose(matrix(node));
    return new Layer.Linear(weight, new float[weight.shape()[0]]);
  }

  private Tensor matrix(OnnxNode node) throws IOException {
    Tensor weight = constants.input(node, 1);
    node.refuseIf(weight.shape().length != 2, "its second factor is not a matrix");
    return weight;
  }

  private static Tensor scaled(Tensor tensor, float factor) {
    if (factor == 1) {
      return tensor;
    }
    float[] values = tensor.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
    return new Tensor(values, tensor.shape());
  }

  private static Tensor transpose(Tensor tensor) {
    int rows = tensor.shape()[0];
    int columns = tensor.shape()[1];
    float[] values = new float[tensor.values().length];
    for (int i = 0; i < values.length; i++) {
      values[(i % columns) * rows + i / columns] = tensor.values()[i];
    }
    return new Tensor(values, columns, rows);
  }

  private Layer clip(OnnxNode node) throws IOException {
    return new Layer.Clip(
        bound(node, 1, "min", Float.NEGATIVE_INFINITY),
        bound(node, 2, "max", Float.POSITIVE_INFINITY));
  }

  private float bound(OnnxNode node, int index, String attribute, float none) throws IOException {
    return node.has(index) ? constants.input(node, index).values()[0] : node.real(attribute, none);
  }

  private static Layer hardSigmoid(OnnxNode node) throws IOException {
    boolean usual = Math.abs(node.real("alpha", 0.2f) - 1.0 / 6) < 1e-6;
    usual &= Math.abs(node.real("beta", 0.5f) - 0.5) < 1e-6;
    node.refuseIf(!usual, "alpha and beta other than PyTorch's 1/6 and 0.5");
    return new Layer.Gate(Layer.Squashing.HARD_SIGMOID);
  }

  private static Layer averagePool(OnnxNode node) throws IOException {
    Window window = node.window();
    node.refuseIf(window.dilationY() > 1 || window.dilationX() > 1, "dilations");
    return new Layer.AveragePool(window, node.integer("count_include_pad", 0) == 1);
  }

  private static Layer globalMaxPool(int[] sample) {
    int[] plane = planes(sample);
    return new Layer.MaxPool(Window.whole(plane[1], plane[2]));
  }

  /** A mean over all axes of a sample but the channels. */
  Layer planeMean(OnnxNode node, int[] sample) throws IOException {
    int rank = sample.length + 1;
    int[] axes = node.has(1) ? constants.integers(node, 1) : node.integers("axes");
    int[] sorted =
        Arrays.stream(axes).map(axis -> axis < 0 ? axis + rank : axis).sorted().toArray();
    int[] plane = IntStream.range(2, rank).toArray();
    node.refuseIf(
        plane.length == 0 || !Arrays.equals(sorted, plane), "a mean other than over planes");
    return new Layer.GlobalAveragePool();
  }

  private static Layer concat(OnnxNode node) throws IOException {
    node.refuseIf(node.integer("axis", 1) != 1, "its axis must be 1");
    return new Layer.Concat();
  }

  private static Layer flatten(OnnxNode node, int[] sample) throws IOException {
    long axis = node.integer("axis", 1);
    node.refuseIf(axis != 1 && axis != -sample.length, "its axis must be 1");
    return new Layer.Flatten();
  }

  /** The shape that a node gives to one sample, as ONNX has it; one axis may be −1. */
  int[] reshaped(OnnxNode node, int[] sample) throws IOException {
    return switch (node.operator()) {
      case "Squeeze" -> squeezed(node, sample);
      case "Unsqueeze" -> unsqueezed(node, sample);
      default -> {
        int[] shape = constants.integers(node, 1);
        node.refuseIf(shape.length < 2, "it must leave the batch's axis alone");
        int[] rest = Arrays.copyOfRange(shape, 1, shape.length);
        for (int axis : rest) {
          node.refuseIf(axis == 0, "only the batch's axis may be 0");
        }
        yield rest;
      }
    };
  }

  private int[] squeezed(OnnxNode node, int[] sample) throws IOException {
    Set<Integer> gone = axes(node, sample.length + 1);
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < sample.length; i++) {
      node.refuseIf(gone.contains(i + 1) && sample[i] != 1, "an axis that is not 1 long");
      if (!gone.contains(i + 1)) {
        left.add(sample[i]);
      }
    }
    node.refuseIf(left.isEmpty(), "nothing but the batch's axis is left");
    return left.stream().mapToInt(axis -> axis).toArray();
  }

  private int[] unsqueezed(OnnxNode node, int[] sample) throws IOException {
    int given = node.has(1) ? constants.integers(node, 1).length : node.integers("axes").length;
    Set<Integer> added = axes(node, sample.length + 1 + given);
    int[] shape = new int[sample.length + given];
    int next = 0;
    for (int i = 0; i < shape.length; i++) {
      shape[i] = added.contains(i + 1) ? 1 : sample[next++];
    }
    return shape;
  }

  /** The axes that are named, the batch's being 0 and not among them. */
  private Set<Integer> axes(OnnxNode node, int rank) throws IOException {
    int[] axes = node.has(1) ? constants.integers(node, 1) : node.integers("axes");
    Set<Integer> positive = new TreeSet<>();
    for (int axis : axes) {
      positive.add(axis < 0 ? axis + rank : axis);
    }
    node.refuseIf(
        positive.isEmpty() || positive.contains(0), "it must leave the batch's axis alone");
    return positive;
  }

  /** Whether a padding adds no pixel. */
  boolean padsNothing(OnnxNode node) throws IOException {
    int[] pads = node.has(1) ? constants.integers(node, 1) : node.integers("pads");
    return Arrays.stream(pads).allMatch(pad -> pad == 0);
  }

  /** A sum or product of layers. */
  Layer combination(OnnxNode node) throws IOException {
    return switch (node.operator()) {
      case "Add", "Sum" -> new Layer.Add();
      case "Mul" -> {
        node.refuseIf(node.proto().getInputCount() != 2, "a product of other than two");
        yield new Layer.Multiply();
      }
      default -> throw node.refusal("of two layers");
    };
  }

  /** What a layer and a constant make together, as scale·x + shift. */
  Layer.Affine arithmetic(OnnxNode node, int constant, int[] sample) throws IOException {
    Tensor value = broadcast(node, constants.input(node, constant), sample);
    return switch (node.operator()) {
      case "Add", "Sum" -> Layer.Affine.shift(value);
      case "Mul" -> Layer.Affine.scale(value);
      case "Sub" ->
          constant == 1
              ? Layer.Affine.shift(scaled(value, -1))
              : new Layer.Affine(filled(value, -1), value);
      default -> {
        node.refuseIf(constant == 0, "dividing a constant by a layer");
        float[] inverse = value.values().clone();
        for (int i = 0; i < inverse.length; i++) {
          inverse[i] = 1 / inverse[i];
        }
        yield Layer.Affine.scale(new Tensor(inverse, value.shape()));
      }
    };
  }

  private static Tensor filled(Tensor like, float value) {
    float[] values = new float[like.values().length];
    Arrays.fill(values, value);
    return new Tensor(values, like.shape());
  }

  Layer.Affine normalisation(OnnxNode node) throws IOException {
    return new BatchNormalisation.Statistics(
            constants.input(node, 1).values(),
            constants.input(node, 2).values(),
            constants.input(node, 3).values(),
            constants.input(node, 4).values(),
            node.real("epsilon", 1e-5f))
        .alone();
  }

  /**
   * A constant as ONNX aligns it with a batch of samples: from the last axis back.
   *
   * @return one value a channel (C), or one for each value of a sample in its {@link #planes}
   */
  private static Tensor broadcast(OnnxNode node, Tensor constant, int[] sample) throws IOException {
    int[] own = constant.shape();
    int[] aligned = new int[sample.length];
    Arrays.fill(aligned, 1);
    for (int i = 0; i < own.length; i++) {
      int axis = sample.length - own.length + i;
      boolean fits = axis < 0 ? own[i] == 1 : own[i] == 1 || own[i] == sample[axis];
      node.refuseIf(
          !fits,
          "a constant of shape "
              + Arrays.toString(own)
              + " does not fit samples of shape "
              + Arrays.toString(sample));
      if (axis >= 0) {
        aligned[axis] = own[i];
      }
    }
    boolean perChannel = Arrays.stream(aligned).skip(1).allMatch(axis -> axis == 1);
    if (perChannel) {
      aligned = new int[] {aligned[0]};
    }
    int[] target = perChannel ? new int[] {sample[0]} : sample;
    float[] values = new float[Tensor.size(target)];
    for (int i = 0; i < values.length; i++) {
      values[i] = constant.values()[source(i, target, aligned)];
    }
    return new Tensor(values, planes(target));
  }

  /** Where value {@code index} of a tensor stands in one that has 1 in place of some axes. */
  private static int source(int index, int[] shape, int[] aligned) {
    int position = 0;
    int step = 1;
    int rest = index;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      int at = rest % shape[axis];
      rest /= shape[axis];
      position += aligned[axis] == 1 ? 0 : at * step;
      step *= aligned[axis];
    }
    return position;
  }
}
