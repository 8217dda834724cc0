package org.xaistudy.analysis.power;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.xaistudy.analysis.comparison.Scores;
import org.xaistudy.analysis.comparison.TTest;
import org.xaistudy.analysis.mixedmodel.DetectionFit;
import org.xaistudy.analysis.mixedmodel.DetectionModel;
import org.xaistudy.analysis.mixedmodel.Link;
import org.xaistudy.analysis.responses.Arm;

/** By which of the report's tests a method is told from the reference. */
public enum Decision {
  /**
   * Participants' means, by Welch's test or that of pairs: what a plan tests unless it says
   * otherwise.
   */
  MEANS {
    @Override
    double[] p(List<Arm> arms, Design design) {
      List<Scores> scores =
          arms.stream().map(arm -> Scores.of(arm.means(design.answering().measure()))).toList();
      return scores.stream()
          .skip(1)
          .mapToDouble(
              other ->
                  design.within()
                      ? TTest.paired(differences(scores.get(0), other), 0.95).p()
                      : TTest.welch(scores.get(0), other, 0.95).p())
          .toArray();
    }
  },
  /** Difference in d′, by the hierarchical model that the report leads with. */
  MODEL {
    @Override
    double[] p(List<Arm> arms, Design design) {
      DetectionFit people = COARSE.fit(arms);
      DetectionFit fit =
          Optional.of(people)
              .filter(
                  found -> !design.within() && design.stimuliDiffer() && found.everyArmDetermined())
              .flatMap(found -> DetectionModel.CROSSED.fitNear(found, arms))
              .filter(found -> found.converged() && !found.singular())
              .orElse(people);
      return IntStream.range(1, arms.size())
          .mapToDouble(arm -> fit.sensitivityDifference(arm).p())
          .toArray();
    }
  };

  /** Seven nodes change no decision that 21 would make but for rare ones next to α. */
  private static final DetectionModel COARSE = new DetectionModel(Link.PROBIT, 7, false);

  /** The same people in the same order. */
  private static Scores differences(Scores first, Scores second) {
    double[] x = first.values();
    double[] y = second.values();
    return Scores.of(IntStream.range(0, x.length).mapToDouble(i -> x[i] - y[i]).toArray());
  }

  /** One p-value for each arm but the first, not corrected. */
  abstract double[] p(List<Arm> arms, Design design);
}
