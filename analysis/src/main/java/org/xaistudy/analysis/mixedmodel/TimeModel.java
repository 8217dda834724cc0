package org.xaistudy.analysis.mixedmodel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.responses.Question;

/**
 * {@code log(time) ~ method × correct + (1 | participant) + (1 | stimulus)} by restricted maximum
 * likelihood: response times are log-normal, and people and stimuli have a pace of their own.
 *
 * <p>The deviance is that of {@code lme4::lmer} (Bates, Mächler, Bolker & Walker, J. Stat. Softw.
 * 67, 2015, eq. 41), profiled to the two spreads in units of the residual one. People with the same
 * number of answers enter it alike, so that their products are summed once, before any spread is
 * tried: an evaluation costs as much for a million answers as for a thousand.
 */
public final class TimeModel {
  private static final int MOST_STIMULI = 1_000;
  private static final int EVALUATIONS = 2_000;

  private final List<String> methods;
  private final Map<Question, Integer> stimuli = new HashMap<>();
  private final boolean named;

  /** Which of an arm's wrong and right answers there are: column of the design, or −1. */
  private final int[] columns;

  private final int fixed;
  private final int people;

  /** Products of all rows (stimulus, fixed effects, log time). */
  private final double[][] all;

  /** By number of answers: the products of people's sums. */
  private final Map<Integer, double[][]> sums = new HashMap<>();

  private final Map<Integer, Integer> counts = new HashMap<>();
  private int answers;

  private TimeModel(List<Arm> arms) {
    methods = arms.stream().map(Arm::method).toList();
    boolean[] seen = new boolean[2 * arms.size()];
    boolean everyNamed = true;
    for (int arm = 0; arm < arms.size(); arm++) {
      for (Participant person : arms.get(arm).participants()) {
        for (Answer answer : timed(person)) {
          seen[cell(arm, answer)] = true;
          everyNamed &= !answer.stimulus().isEmpty();
          stimuli.putIfAbsent(answer.question(), stimuli.size());
        }
      }
    }
    named = everyNamed && stimuli.size() <= MOST_STIMULI;
    columns = new int[seen.length];
    int next = 0;
    for (int k = 0; k < seen.length; k++) {
      columns[k] = seen[k] ? next++ : -1;
    }
    fixed = next;
    int size = random() + fixed + 1;
    all = new double[size][size];
    int with = 0;
    for (List<Judged> person : Judged.byPerson(arms)) {
      with += enter(person) ? 1 : 0;
    }
    people = with;
  }

  /**
   * Fits the model to answers whose time is known and above 0.
   *
   * @return empty where there are none, or too few to tell people's spread from that of answers
   */
  public static Optional<TimeFit> fit(List<Arm> arms) {
    try {
      TimeModel model = new TimeModel(arms);
      return model.people > arms.size() && model.answers > model.people + model.fixed
          ? Optional.of(model.fitted())
          : Optional.empty();
    } catch (MathIllegalArgumentException | MathIllegalStateException numbersDoNotSuffice) {
      return Optional.empty();
    }
  }

  private static List<Answer> timed(Participant person) {
    return person.answers().stream().filter(answer -> answer.responseTime() > 0).toList();
  }

  private static int cell(int arm, Answer answer) {
    return 2 * arm + (answer.correct() ? 1 : 0);
  }

  private int random() {
    return named ? stimuli.size() : 0;
  }

  /**
   * Takes a person up.
   *
   * @return whether the time of any of their answers is known
   */
  private boolean enter(List<Judged> person) {
    Map<Integer, Double> sum = new HashMap<>();
    int count = 0;
    for (Judged in : person) {
      List<Answer> timed = timed(in.person());
      enter(in.arm(), timed, sum);
      count += timed.size();
    }
    if (count == 0) {
      return false;
    }
    double[][] own = sums.computeIfAbsent(count, n -> new double[all.length][all.length]);
    counts.merge(count, 1, Integer::sum);
    sum.forEach((place, value) -> sum.forEach((other, too) -> own[place][other] += value * too));
    answers += count;
    return true;
  }

  private void enter(int arm, List<Answer> timed, Map<Integer, Double> sum) {
    int last = random() + fixed;
    for (Answer answer : timed) {
      int x = random() + columns[cell(arm, answer)];
      double y = Math.log(answer.responseTime());
      int[] places =
          named ? new int[] {stimuli.get(answer.question()), x, last} : new int[] {x, last};
      for (int place : places) {
        sum.merge(place, place == last ? y : 1, Double::sum);
        for (int other : places) {
          all[place][other] += (place == last ? y : 1) * (other == last ? y : 1);
        }
      }
    }
  }

  private TimeFit fitted() {
    double[] start = named ? new double[] {0.7, 0.3} : new double[] {0.7};
    MultivariateFunction deviance = theta -> new Factor(theta).deviance();
    double[] theta = start;
    // A simplex may have shrunk too early: a fresh one from there tells.
    for (int round = 0; round < 2; round++) {
      theta =
          new SimplexOptimizer(1e-13, 1e-12)
              .optimize(
                  new MaxEval(EVALUATIONS),
                  new ObjectiveFunction(deviance),
                  GoalType.MINIMIZE,
                  new InitialGuess(theta),
                  new NelderMeadSimplex(theta.length, 0.2))
              .getPoint();
    }
    Factor factor = new Factor(theta);
    double residual = factor.residualSd();
    return new TimeFit(
        methods,
        columns,
        factor.effects(),
        factor.covariance(),
        people - methods.size(),
        Math.abs(theta[0]) * residual,
        named ? Optional.of(Math.abs(theta[1]) * residual) : Optional.empty(),
        residual,
        factor.deviance(),
        answers);
  }

  /**
   * The Cholesky factor of all that is left when people are integrated out: stimuli, fixed, time.
   */
  private final class Factor {
    private final RealMatrix l;
    private double logDeterminant;

    Factor(double[] theta) {
      double[][] left = new double[all.length][];
      for (int i = 0; i < left.length; i++) {
        left[i] = all[i].clone();
      }
      double square = theta[0] * theta[0];
      sums.forEach(
          (n, products) -> {
            double share = square / (1 + square * n);
            for (int i = 0; i < left.length; i++) {
              for (int j = 0; j < left.length; j++) {
                left[i][j] -= share * products[i][j];
              }
            }
          });
      counts.forEach((n, count) -> logDeterminant += count * Math.log1p(square * n));
      for (int i = 0; i < random(); i++) {
        for (int j = 0; j < left.length; j++) {
          left[i][j] *= theta[1];
          left[j][i] *= theta[1];
        }
      }
      for (int i = 0; i < random(); i++) {
        left[i][i] += 1;
      }
      l = new CholeskyDecomposition(new Array2DRowRealMatrix(left, false), 1e-8, 0).getL();
      for (int i = 0; i < random(); i++) {
        logDeterminant += 2 * Math.log(l.getEntry(i, i));
      }
    }

    private int freedom() {
      return answers - fixed;
    }

    double residualSd() {
      return l.getEntry(random() + fixed, random() + fixed) / Math.sqrt(freedom());
    }

    double deviance() {
      double sum = logDeterminant;
      for (int k = 0; k < fixed; k++) {
        sum += 2 * Math.log(l.getEntry(random() + k, random() + k));
      }
      double variance = residualSd() * residualSd();
      return sum + freedom() * (1 + Math.log(2 * Math.PI * variance));
    }

    private RealMatrix ofFixed() {
      int from = random();
      return l.getSubMatrix(from, from + fixed - 1, from, from + fixed - 1);
    }

    double[] effects() {
      RealVector right = l.getRowVector(random() + fixed).getSubVector(random(), fixed);
      return new LUDecomposition(ofFixed().transpose()).getSolver().solve(right).toArray();
    }

    RealMatrix covariance() {
      RealMatrix information = ofFixed().multiply(ofFixed().transpose());
      return new LUDecomposition(information)
          .getSolver()
          .getInverse()
          .scalarMultiply(residualSd() * residualSd());
    }
  }
}
