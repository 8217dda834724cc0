package org.xaistudy.analysis.results;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.mixedmodel.LogisticMixedModel;
import org.xaistudy.analysis.mixedmodel.LogisticMixedModel.Outcome;
import org.xaistudy.analysis.mixedmodel.MixedModelFit;
import org.xaistudy.analysis.plan.Asked;
import org.xaistudy.analysis.responses.Arm;

/** The mixed models that the data allow. */
final class ModelFits {
  private ModelFits() {}

  static List<MixedModelFit> of(List<Arm> arms, Asked asked, ProgressListener progress) {
    boolean stimuli =
        arms.stream().flatMap(Arm::answers).noneMatch(answer -> answer.stimulus().isEmpty());
    List<Supplier<List<MixedModelFit>>> work = new ArrayList<>();
    // What people read; of answers they read the models of sensitivity and bias.
    work.add(
        () -> {
          List<MixedModelFit> both = LogisticMixedModel.fitExactAndAsLme4(Outcome.CORRECT, arms);
          return List.of(both.get(1), both.get(0));
        });
    if (stimuli) {
      work.add(() -> List.of(new LogisticMixedModel(Outcome.CORRECT, true, false).fit(arms)));
    }
    if (asked.yesOrNo()) {
      work.add(() -> List.of(new LogisticMixedModel(Outcome.ANSWER, false, true).fit(arms)));
    }
    if (asked.yesOrNo() && stimuli) {
      work.add(() -> List.of(new LogisticMixedModel(Outcome.ANSWER, true, false).fit(arms)));
    }
    AtomicInteger done = new AtomicInteger();
    progress.at("fitting models", 0, work.size());
    return work.parallelStream()
        .map(
            fit -> {
              List<MixedModelFit> fits = fit.get();
              progress.at("fitting models", done.incrementAndGet(), work.size());
              return fits;
            })
        .flatMap(List::stream)
        .toList();
  }
}
