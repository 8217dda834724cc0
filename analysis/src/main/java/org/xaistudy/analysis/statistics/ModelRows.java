package org.xaistudy.analysis.statistics;

import java.util.List;
import org.xaistudy.analysis.mixedmodel.Coefficient;
import org.xaistudy.analysis.mixedmodel.MixedModelFit;

/** A mixed model, as rows. */
final class ModelRows {
  private ModelRows() {}

  static List<Statistic> of(MixedModelFit fit) {
    StatisticRows rows = StatisticRows.about(fit.model().table());
    for (Coefficient one : fit.coefficients()) {
      String effect = one.term().effect();
      String prefix = effect.matches("intercept|log_odds_ratio") ? "" : effect + "_";
      rows.of(one.term().method(), one.term().versus())
          .as(direction(one.term()))
          .add(effect, one.estimate())
          .add(prefix + "se", one.error())
          .add(prefix + "z", one.z())
          .add(prefix + "p", one.p());
    }
    rows.add("participant_sd", fit.participantSd());
    fit.stimulusSd().ifPresent(sd -> rows.add("stimulus_sd", sd));
    return rows.add("log_likelihood", fit.logLikelihood())
        .add("converged", fit.converged() ? 1 : 0)
        .add("singular", fit.singular() ? 1 : 0)
        .add("separated", fit.separated() ? 1 : 0)
        .list();
  }

  private static String direction(Coefficient.Term term) {
    return term.versus().isEmpty() ? "" : term.method() + " - " + term.versus();
  }
}
