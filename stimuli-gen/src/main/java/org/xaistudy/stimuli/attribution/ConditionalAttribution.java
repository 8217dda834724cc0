package org.xaistudy.stimuli.attribution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Tensor;

/** Conditions on the images of a forward pass: checked, carried out, and summed up. */
final class ConditionalAttribution {
  private final ForwardPass forward;
  private final PassPlan plan;
  private final boolean shortcuts;
  private final Map<String, Integer> order = new LinkedHashMap<>();

  ConditionalAttribution(ForwardPass forward, List<Condition> conditions, boolean shortcuts) {
    this.forward = forward;
    this.shortcuts = shortcuts;
    if (conditions.isEmpty()) {
      throw new IllegalArgumentException("name at least one condition");
    }
    for (String layer : forward.network().layers()) {
      order.put(layer, order.size());
    }
    conditions.forEach(this::check);
    plan = new PassPlan(conditions);
  }

  private void check(Condition condition) {
    Network network = forward.network();
    InitialRelevance initial = condition.initial();
    int outputs = Tensor.size(network.shape(initial.startLayer(network)));
    for (int id : initial.classes()) {
      require(id >= 0 && id < outputs, "there is no class " + id + ", only 0 to " + (outputs - 1));
    }
    condition.channels().forEach(this::checkChannels);
  }

  private void checkChannels(String layer, Set<Integer> ids) {
    Network network = forward.network();
    int channels = network.shape(network.node(layer).name())[0];
    for (int id : ids) {
      require(
          id >= 0 && id < channels,
          "layer " + layer + " has no channel " + id + ", only 0 to " + (channels - 1));
    }
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  /** Heat maps, and the channels of the recorded layers. */
  Attribution attribution(List<String> record) {
    record.forEach(layer -> forward.network().node(layer));
    List<String> wanted = new ArrayList<>(record);
    wanted.add(Network.INPUT);
    Recorder recorder = recorder(wanted, false);
    run(passes(), recorder, Network.INPUT);
    Map<String, Tensor> channels = new LinkedHashMap<>();
    record.forEach(layer -> channels.put(layer, plan.sums(recorder.recorded(layer))));
    return new Attribution(plan.sums(recorder.recorded(Network.INPUT)), channels);
  }

  /** Every neuron of one layer, (N, K, …). */
  Tensor relevance(String layer) {
    int lowest = layer.equals(Network.INPUT) ? 0 : order.get(forward.network().node(layer).name());
    Recorder recorder = recorder(List.of(layer), true);
    run(passes().stream().map(pass -> pass.above(lowest, order)).toList(), recorder, layer);
    return plan.sums(recorder.recorded(layer));
  }

  private List<ConditionalPass> passes() {
    return plan.passes().stream().map(condition -> ConditionalPass.of(condition, order)).toList();
  }

  private Recorder recorder(List<String> layers, boolean neurons) {
    return new Recorder(forward.network(), layers, forward.images(), plan.passes().size(), neurons);
  }

  private void run(List<ConditionalPass> passes, Recorder recorder, String bottom) {
    if (shortcuts) {
      new ShortcutPasses(forward, passes, recorder, bottom).run();
    } else {
      new ConditionalPasses(forward, passes, recorder, bottom).run();
    }
  }
}
