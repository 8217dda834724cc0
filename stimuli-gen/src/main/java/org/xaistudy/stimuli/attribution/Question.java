package org.xaistudy.stimuli.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Tensor;

/**
 * Conditions on the images of a trace, and how to answer them with as few passes as possible: equal
 * conditions are answered once, and a condition on several channels of a layer, each of which is
 * asked for too, is their sum (relevance is linear in the mask once the denominators are fixed).
 */
final class Question {
  private final Trace trace;
  private final List<Condition> conditions;
  private final boolean shortcuts;
  private final Map<String, Integer> order = new LinkedHashMap<>();

  Question(Trace trace, List<Condition> conditions, boolean shortcuts) {
    this.trace = trace;
    this.conditions = List.copyOf(conditions);
    this.shortcuts = shortcuts;
    if (conditions.isEmpty()) {
      throw new IllegalArgumentException("name at least one condition");
    }
    for (String layer : trace.network().layers()) {
      order.put(layer, order.size());
    }
    conditions.forEach(this::check);
  }

  private void check(Condition condition) {
    Network network = trace.network();
    Start start = condition.start();
    String begin = start.layer() == null ? network.output().name() : start.layer();
    int outputs = Tensor.size(network.shape(network.node(begin).name()));
    for (int id : start.classes()) {
      require(id >= 0 && id < outputs, "there is no class " + id + ", only 0 to " + (outputs - 1));
    }
    condition
        .channels()
        .forEach(
            (layer, ids) -> {
              int channels = network.shape(network.node(layer).name())[0];
              for (int id : ids) {
                require(
                    id >= 0 && id < channels,
                    "layer " + layer + " has no channel " + id + ", only 0 to " + (channels - 1));
              }
            });
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  Attribution attribution(List<String> record) {
    record.forEach(layer -> trace.network().node(layer));
    List<String> wanted = new ArrayList<>(record);
    wanted.add(Network.INPUT);
    Answers answers = new Answers(conditions);
    Recorder recorder = recorder(wanted, answers, false);
    descent(recorder).run(answers.passes().stream().map(this::pass).toList(), Network.INPUT);
    Map<String, Tensor> channels = new LinkedHashMap<>();
    record.forEach(layer -> channels.put(layer, answers.sums(recorder.recorded(layer))));
    return new Attribution(answers.sums(recorder.recorded(Network.INPUT)), channels);
  }

  Tensor relevance(String layer) {
    int lowest = layer.equals(Network.INPUT) ? 0 : order.get(trace.network().node(layer).name());
    Answers answers = new Answers(conditions);
    Recorder recorder = recorder(List.of(layer), answers, true);
    List<Pass> passes = answers.passes().stream().map(c -> pass(c).above(lowest, order)).toList();
    descent(recorder).run(passes, layer);
    return answers.sums(recorder.recorded(layer));
  }

  private Recorder recorder(List<String> layers, Answers answers, boolean neurons) {
    return new Recorder(trace.network(), layers, trace.images(), answers.passes().size(), neurons);
  }

  private Descent descent(Recorder recorder) {
    return new Descent(trace, recorder, shortcuts);
  }

  private Pass pass(Condition condition) {
    List<Mask> masks = new ArrayList<>();
    condition.channels().forEach((layer, ids) -> masks.add(new Mask(layer, ids)));
    masks.sort(Comparator.comparing((Mask mask) -> order.get(mask.layer())).reversed());
    return new Pass(condition.start(), masks);
  }

  /** What a condition lets through at one layer. */
  record Mask(String layer, SortedSet<Integer> channels) {}

  /** One way from a start through masks, uppermost first. */
  record Pass(Start start, List<Mask> masks) {
    /** Without the masks below a layer. */
    Pass above(int lowest, Map<String, Integer> order) {
      return new Pass(
          start, masks.stream().filter(mask -> order.get(mask.layer()) >= lowest).toList());
    }
  }
}
