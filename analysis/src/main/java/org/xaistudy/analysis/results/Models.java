package org.xaistudy.analysis.results;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.xaistudy.analysis.model.LogisticMixedModel;
import org.xaistudy.analysis.model.LogisticMixedModel.Outcome;
import org.xaistudy.analysis.model.MixedModelFit;
import org.xaistudy.analysis.progress.Progress;
import org.xaistudy.analysis.responses.Arm;

/** The mixed models that the data allow. */
final class Models {
  private Models() {}

  static List<MixedModelFit> of(List<Arm> arms, Progress progress) {
    boolean stimuli =
        arms.stream().flatMap(Arm::answers).noneMatch(answer -> answer.stimulus().isEmpty());
    List<LogisticMixedModel> models =
        Arrays.stream(Outcome.values())
            .flatMap(
                outcome ->
                    Stream.of(false, true)
                        .filter(crossed -> stimuli || !crossed)
                        .map(crossed -> new LogisticMixedModel(outcome, crossed)))
            .toList();
    AtomicInteger done = new AtomicInteger();
    progress.at("fitting models", 0, models.size());
    return models.parallelStream()
        .map(
            model -> {
              MixedModelFit fit = model.fit(arms);
              progress.at("fitting models", done.incrementAndGet(), models.size());
              return fit;
            })
        .toList();
  }
}
