package org.xaistudy.analysis.mixedmodel;

import org.xaistudy.analysis.distribution.Normal;

/** How a linear predictor becomes the probability F(η) of an answer; both are symmetric about 0. */
public enum Link {
  /** F(η) = 1/(1 + e^−η): estimates are log odds. */
  LOGIT {
    @Override
    void at(double eta, Slopes to) {
      double small = Math.exp(-Math.abs(eta));
      double p = eta > 0 ? 1 / (1 + small) : small / (1 + small);
      to.value = Math.min(eta, 0) - Math.log1p(small);
      to.first = 1 - p;
      to.second = small / ((1 + small) * (1 + small));
      to.third = to.second * (1 - 2 * p);
    }

    @Override
    void both(double eta, Slopes yes, Slopes no) {
      double small = Math.exp(-Math.abs(eta));
      double large = 1 / (1 + small);
      double p = eta > 0 ? large : small * large;
      yes.value = Math.min(eta, 0) - Math.log1p(small);
      no.value = yes.value - eta;
      yes.first = 1 - p;
      no.first = p;
      yes.second = small * large * large;
      no.second = yes.second;
      yes.third = yes.second * (1 - 2 * p);
      no.third = -yes.third;
    }
  },
  /** F = Φ: estimates are z-values, those of signal detection. */
  PROBIT {
    @Override
    void at(double eta, Slopes to) {
      // One special function gives both, as each alone would ask for the same one again.
      double mills;
      if (eta > 0) {
        double below = Normal.cumulative(-eta);
        mills = Normal.density(eta) / (1 - below);
        to.value = Math.log1p(-below);
      } else {
        mills = Normal.inverseMills(eta);
        to.value = Math.log(Normal.density(0) / mills) - eta * eta / 2;
      }
      slopes(eta, mills, to);
    }

    @Override
    void both(double eta, Slopes yes, Slopes no) {
      // The tail gives the other side, too: one special function for both.
      Slopes tail = eta > 0 ? no : yes;
      Slopes rest = eta > 0 ? yes : no;
      double far = Math.abs(eta);
      double mills = Normal.inverseMills(-far);
      double density = Normal.density(far);
      double below = density / mills;
      tail.value = Math.log(Normal.density(0) / mills) - far * far / 2;
      rest.value = Math.log1p(-below);
      slopes(-far, mills, tail);
      slopes(far, density / (1 - below), rest);
    }

    private static void slopes(double eta, double mills, Slopes to) {
      to.first = mills;
      to.second = mills * (mills + eta);
      to.third = mills * (1 - (mills + eta) * (2 * mills + eta));
    }
  };

  /** log F and its derivatives at one point: F′/F, then minus the second, minus the third. */
  static final class Slopes {
    double value;
    double first;
    double second;
    double third;
  }

  /** Fills {@code to} with log F at η and its slopes. */
  abstract void at(double eta, Slopes to);

  /** Fills {@code yes} with log F at η, {@code no} at −η, each with its slopes by its argument. */
  abstract void both(double eta, Slopes yes, Slopes no);
}
