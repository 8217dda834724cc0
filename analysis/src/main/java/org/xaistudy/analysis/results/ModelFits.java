package org.xaistudy.analysis.results;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
    List<LogisticMixedModel> models = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      models.add(new LogisticMixedModel(outcome, false, true));
      if (outcome == Outcome.CORRECT) {
        // What people read; of answers they read the models of sensitivity and bias.
        models.add(new LogisticMixedModel(outcome, false, false));
      }
      if (stimuli) {
        models.add(new LogisticMixedModel(outcome, true, false));
      }
    }
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
