package org.xaistudy.stimuli.attribution.layer;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.xaistudy.stimuli.attribution.rule.Rule;
import org.xaistudy.stimuli.attribution.rule.Stabiliser;

/** A sum: each addend a_k gets R·a_k / stab(Σa); as a derivative R. */
final class AddPropagation implements Propagation {
  private final List<NDArray> addends;
  private final NDArray sum;
  private final boolean gradient;
  private final Cache cache;

  AddPropagation(List<NDArray> addends, NDArray sum, boolean gradient, Cache cache) {
    this.addends = addends;
    this.sum = sum;
    this.gradient = gradient;
    this.cache = cache;
  }

  @Override
  public List<Relevance> propagate(Relevance upper) {
    if (gradient) {
      Relevance shared = Relevance.of(upper.product());
      return addends.stream().map(addend -> shared.share()).toList();
    }
    NDArray scale = cache.get(this, () -> Stabiliser.inverse(sum, Rule.EPSILON));
    NDArray above = upper.factor();
    NDArray factor = above == null ? scale : cache.derive(above, this, () -> above.mul(scale));
    NDArray s = Relevance.times(upper.values(), factor);
    return addends.stream().map(addend -> new Relevance(s, addend).share()).toList();
  }

  @Override
  public NDArray gather(List<NDArray> shares) {
    if (gradient) {
      return shares.stream().reduce(NDArray::add).orElseThrow();
    }
    NDArray sumOfShares = Relevance.times(shares.get(0), addends.get(0));
    for (int i = 1; i < addends.size(); i++) {
      sumOfShares = sumOfShares.add(Relevance.times(shares.get(i), addends.get(i)));
    }
    NDArray scale = cache.get(this, () -> Stabiliser.inverse(sum, Rule.EPSILON));
    return Relevance.times(sumOfShares, scale);
  }
}
