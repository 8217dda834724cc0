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
    List<Condition> named = conditions.stream().map(c -> c.inNamesOf(forward.network())).toList();
    named.forEach(this::check);
    plan = new PassPlan(named);
  }

  private void check(Condition condition) {
    Network network = forward.network();
    InitialRelevance initial = condition.initial();
    int outputs = Tensor.size(network.shape(initial.startLayer(network)));
    for (int id : initial.classes()) {
      require(id >= 0 && id < outputs, "there is no class " + id + ", only 0 to " + (outputs - 1));
    }
    condition.channels().forEach(this::checkChannels);
    if (!shortcuts) {
      checkChain(condition);
    }
  }

  /** Relevance goes from one masked layer to the next below: so each must lie on a way from it. */
  private void checkChain(Condition condition) {
    String upper = condition.initial().startLayer(forward.network());
    for (ConditionalPass.Mask mask : ConditionalPass.of(condition, order).masks()) {
      require(
          forward.network().isBelow(mask.layer(), upper),
          "layer "
              + mask.layer()
              + " does not lie below "
              + upper
              + ": one condition cannot take both, name each in a condition of its own");
      upper = mask.layer();
    }
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
    Map<String, String> names = new LinkedHashMap<>();
    record.forEach(layer -> names.put(layer, forward.network().node(layer).name()));
    List<String> wanted = new ArrayList<>(names.values());
    wanted.add(Network.INPUT);
    Recorder recorder = recorder(wanted, false);
    run(passes(), recorder, Network.INPUT);
    Map<String, Tensor> channels = new LinkedHashMap<>();
    names.forEach((layer, name) -> channels.put(layer, plan.sums(recorder.recorded(name))));
    return new Attribution(plan.sums(recorder.recorded(Network.INPUT)), channels);
  }

  /** Every neuron of one layer, (N, K, …). */
  Tensor relevance(String module) {
    boolean whole = module.equals(Network.INPUT);
    String layer = whole ? module : forward.network().node(module).name();
    int lowest = whole ? 0 : order.get(layer);
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
