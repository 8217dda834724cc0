package org.xaistudy.stimuli.model;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.tracker.Tracker;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A network while it is trained: its parameters in native memory, and the optimiser's state. */
final class Trainee implements AutoCloseable {
  /** Of one step, before its update. */
  record Result(double loss, double accuracy) {}

  private final Network network;
  private final NDManager manager = NativeTensors.manager();
  private final Map<String, NDArray> parameters = new LinkedHashMap<>();
  private final Map<String, BatchNormalisation> normalisations = new HashMap<>();
  private final Map<String, Adam.Moments> moments = new HashMap<>();
  private final Adam decaying;
  private final Adam plain;
  private int steps;

  Trainee(Network network, Training training, int batches) {
    this.network = network;
    Tracker rate =
        Tracker.cosine()
            .setBaseValue((float) training.learningRate())
            .optFinalValue((float) training.learningRate() / 100)
            .setMaxUpdates(Math.max(1, training.epochs() * batches))
            .build();
    decaying = new Adam(rate, (float) training.weightDecay());
    plain = new Adam(rate, 0);
    for (Node node : network.nodes()) {
      if (node.layer() instanceof Layer.Convolution convolution) {
        parameter(node.name() + ".weight", convolution.weight());
        if (training.batchNormalisation()) {
          normalisations.put(node.name(), normalisation(node.name(), convolution.bias().length));
        } else {
          parameter(node.name() + ".bias", vector(convolution.bias()));
        }
      } else if (node.layer() instanceof Layer.Linear linear) {
        parameter(node.name() + ".weight", linear.weight());
        parameter(node.name() + ".bias", vector(linear.bias()));
      }
    }
  }

  private NDArray parameter(String name, Tensor initial) {
    NDArray array = NativeTensors.load(manager, initial);
    array.setRequiresGradient(true);
    parameters.put(name, array);
    moments.put(
        name, new Adam.Moments(manager.zeros(array.getShape()), manager.zeros(array.getShape())));
    return array;
  }

  private BatchNormalisation normalisation(String layer, int channels) {
    float[] ones = new float[channels];
    Arrays.fill(ones, 1);
    return new BatchNormalisation(
        parameter(layer + ".scale", vector(ones)),
        parameter(layer + ".shift", vector(new float[channels])),
        NativeTensors.load(manager, vector(new float[channels])),
        NativeTensors.load(manager, vector(ones)));
  }

  private static Tensor vector(float[] values) {
    return new Tensor(values.clone(), values.length);
  }

  /** One step down the gradient of the batch's mean cross-entropy. */
  Result step(TrainingData.Batch batch) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray images = NativeTensors.load(scope, batch.images()); // (N, C, H, W)
      NDArray labels = scope.create(batch.labels());
      Result result;
      try (Autograd autograd = new Autograd()) {
        NDArray logits = forward(images); // (N, classes)
        NDArray picked = logits.logSoftmax(1).mul(labels.oneHot(network.classes()));
        NDArray loss = picked.sum().div(-batch.labels().length);
        autograd.backward(loss);
        result = new Result(loss.getFloat(), accuracy(logits, batch.labels()));
      }
      steps++;
      parameters.forEach(this::update);
      return result;
    }
  }

  private static double accuracy(NDArray logits, int[] labels) {
    float[][] rows = NativeTensors.copy(logits).rows();
    int correct = 0;
    for (int i = 0; i < labels.length; i++) {
      correct += Inference.largest(rows[i]) == labels[i] ? 1 : 0;
    }
    return (double) correct / labels.length;
  }

  private void update(String name, NDArray parameter) {
    try (NDArray gradient = parameter.getGradient()) {
      (name.endsWith(".weight") ? decaying : plain)
          .update(parameter, gradient, requireNonNull(moments.get(name)), steps);
    }
    Autograd.forget(parameter);
  }

  private NDArray forward(NDArray images) {
    Map<String, NDArray> outputs = new HashMap<>();
    outputs.put(Network.INPUT, images);
    for (Node node : network.nodes()) {
      List<NDArray> inputs = node.inputs().stream().map(outputs::get).toList();
      NDArray weight = parameters.get(node.name() + ".weight");
      NDArray bias = parameters.get(node.name() + ".bias");
      NDArray output =
          node.layer() instanceof Layer.MaxPool pool
              ? Operators.derivableMaxPool(inputs.get(0), pool.window())
              : Operators.apply(node.layer(), inputs, weight, bias);
      BatchNormalisation normalisation = normalisations.get(node.name());
      outputs.put(node.name(), normalisation == null ? output : normalisation.apply(output));
    }
    return requireNonNull(outputs.get(network.output().name()));
  }

  /** All that the next step depends on. */
  Checkpoint checkpoint(int epochs) {
    Map<String, float[]> arrays = new LinkedHashMap<>();
    state().forEach((name, array) -> arrays.put(name, array.toFloatArray()));
    return new Checkpoint(epochs, arrays);
  }

  /**
   * Goes on from there.
   *
   * @param batches steps of an epoch
   * @return the epochs that are done; 0, and nothing changes, if it is of another network
   */
  int resume(Checkpoint checkpoint, int batches) {
    Map<String, NDArray> state = state();
    boolean fits =
        checkpoint.arrays().keySet().equals(state.keySet())
            && state.entrySet().stream()
                .allMatch(
                    entry ->
                        entry.getValue().size()
                            == requireNonNull(checkpoint.arrays().get(entry.getKey())).length);
    if (!fits) {
      return 0;
    }
    state.forEach((name, array) -> array.set(requireNonNull(checkpoint.arrays().get(name))));
    steps = checkpoint.epochs() * batches;
    return checkpoint.epochs();
  }

  private Map<String, NDArray> state() {
    Map<String, NDArray> state = new LinkedHashMap<>(parameters);
    moments.forEach(
        (name, moment) -> {
          state.put(name + ".gradient.mean", moment.mean());
          state.put(name + ".gradient.variance", moment.variance());
        });
    normalisations.forEach(
        (name, normalisation) -> {
          state.put(name + ".mean", normalisation.mean());
          state.put(name + ".variance", normalisation.variance());
        });
    return state;
  }

  /** The network with the parameters as they are now, batch normalisation folded in. */
  Network trained() {
    Map<String, Layer> layers = new HashMap<>();
    for (Node node : network.nodes()) {
      if (node.layer() instanceof Layer.Convolution old) {
        layers.put(node.name(), trained(node.name(), old));
      } else if (node.layer() instanceof Layer.Linear) {
        layers.put(node.name(), new Layer.Linear(weight(node.name()), bias(node.name())));
      }
    }
    return network.with(layers);
  }

  private Layer trained(String name, Layer.Convolution old) {
    BatchNormalisation normalisation = normalisations.get(name);
    if (normalisation == null) {
      return new Layer.Convolution(weight(name), bias(name), old.window(), old.groups());
    }
    Layer.Convolution bare =
        new Layer.Convolution(
            weight(name), new float[old.bias().length], old.window(), old.groups());
    return normalisation.statistics().fold(bare);
  }

  private Tensor weight(String layer) {
    return NativeTensors.copy(requireNonNull(parameters.get(layer + ".weight")));
  }

  private float[] bias(String layer) {
    return requireNonNull(parameters.get(layer + ".bias")).toFloatArray();
  }

  @Override
  public void close() {
    manager.close();
  }
}
