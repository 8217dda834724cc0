package org.xaistudy.analysis.results;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.mixedmodel.LogisticMixedModel;
import org.xaistudy.analysis.mixedmodel.LogisticMixedModel.Outcome;
import org.xaistudy.analysis.mixedmodel.MixedModelFit;
import org.xaistudy.analysis.responses.Arm;

/** The mixed models that the data allow. */
final class ModelFits {
  private ModelFits() {}

  static List<MixedModelFit> of(List<Arm> arms, ProgressListener progress) {
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
