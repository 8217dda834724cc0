package org.xaistudy.stimuli.concept;

import de.javagl.tsne.Tsne;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.xaistudy.stimuli.model.Inference;
import org.xaistudy.stimuli.model.Tensor;

/**
 * How alike channels are (Achtibat et al. 2023, eqs. 18 and 19): the mean cosine of their rectified
 * activations over the reference images of either.
 *
 * @param rho (C, C), symmetric, 0 to 1; 1 with itself, 0 with a channel that is never active
 */
public record Similarity(double[][] rho) {
  /** Fewer points than that have no neighbourhoods to keep. */
  private static final int FEWEST_FOR_TSNE = 8;

  private static final double LARGEST_PERPLEXITY = 20;

  /**
   * Compares all channels of a layer.
   *
   * @param ranking their reference images
   * @param count how many of them are used for each channel
   * @param done told how many images are done
   */
  public static Similarity of(
      Inference inference,
      ImageSource source,
      String layer,
      Ranking ranking,
      int count,
      IntConsumer done) {
    SortedMap<Integer, List<Integer>> channelsOf = channelsOf(ranking, count);
    int channels = ranking.channels();
    double[][] cosines = new double[channels][channels];
    int[] used = new int[channels];
    int images = 0;
    for (var entry : channelsOf.entrySet()) {
      Tensor activations = inference.activations(source.input(entry.getKey()), layer);
      double[][] units = units(activations.values(), channels);
      for (int q : entry.getValue()) {
        used[q]++;
        for (int p = 0; p < channels; p++) {
          cosines[q][p] += dot(units[q], units[p]);
        }
      }
      done.accept(++images);
    }
    return new Similarity(symmetric(cosines, used));
  }

  /** The number of distinct images that {@link #of} looks at. */
  public static int images(Ranking ranking, int count) {
    return channelsOf(ranking, count).size();
  }

  private static SortedMap<Integer, List<Integer>> channelsOf(Ranking ranking, int count) {
    SortedMap<Integer, List<Integer>> channels = new TreeMap<>();
    for (int c = 0; c < ranking.channels(); c++) {
      for (Reference r : ranking.of(c).stream().limit(count).toList()) {
        channels.computeIfAbsent(r.image(), image -> new ArrayList<>()).add(c);
      }
    }
    return channels;
  }

  /** Each channel's rectified plane, of length 1, or 0 where nothing is active. */
  private static double[][] units(float[] activations, int channels) {
    int plane = activations.length / channels;
    double[][] units = new double[channels][plane];
    for (int c = 0; c < channels; c++) {
      double square = 0;
      for (int p = 0; p < plane; p++) {
        units[c][p] = Math.max(0, activations[c * plane + p]);
        square += units[c][p] * units[c][p];
      }
      for (int p = 0; p < plane && square > 0; p++) {
        units[c][p] /= Math.sqrt(square);
      }
    }
    return units;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double[][] symmetric(double[][] cosines, int[] used) {
    int channels = used.length;
    double[][] rho = new double[channels][channels];
    for (int q = 0; q < channels; q++) {
      for (int p = 0; p < channels; p++) {
        double qp = used[q] == 0 ? 0 : cosines[q][p] / used[q];
        double pq = used[p] == 0 ? 0 : cosines[p][q] / used[p];
        rho[q][p] = q == p ? 1 : Math.min(1, (qp + pq) / 2);
      }
    }
    return rho;
  }

  /** The distance 1 − ρ. */
  public double distance(int q, int p) {
    return 1 - rho[q][p];
  }

  /**
   * Places channels in the plane, similar ones together, by t-SNE. It is given vectors whose
   * squared distances are 2·(1 − ρ), as near as vectors can have them.
   *
   * @return (C, 2); the same seed gives the same places
   */
  public double[][] embedding(long seed) {
    double[][] vectors = vectors();
    if (vectors.length < FEWEST_FOR_TSNE) {
      return Arrays.stream(vectors).map(v -> Arrays.copyOf(v, 2)).toArray(double[][]::new);
    }
    Tsne tsne = new Tsne();
    tsne.setRandomSeed(seed);
    tsne.setOutputDims(2);
    tsne.setInitialDims(vectors[0].length);
    tsne.setPerplexity(Math.min(LARGEST_PERPLEXITY, (vectors.length - 1) / 4.0));
    tsne.setMessageConsumer(message -> {});
    return tsne.run(vectors);
  }

  /** V with V·Vᵀ = ρ but for its negative eigenvalues. */
  private double[][] vectors() {
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(rho));
    int channels = rho.length;
    double[][] vectors = new double[channels][channels];
    for (int k = 0; k < channels; k++) {
      double root = Math.sqrt(Math.max(0, eigen.getRealEigenvalue(k)));
      double[] direction = eigen.getEigenvector(k).toArray();
      for (int c = 0; c < channels; c++) {
        vectors[c][k] = direction[c] * root;
      }
    }
    return vectors;
  }

  /**
   * Groups channels by average linkage: two groups are one as long as their members' mean distance
   * is at most {@code farthest}.
   *
   * @return the group of each channel; groups are numbered by size, largest first
   */
  public int[] clusters(double farthest) {
    List<List<Integer>> groups = new ArrayList<>();
    for (int c = 0; c < rho.length; c++) {
      groups.add(new ArrayList<>(List.of(c)));
    }
    double[][] between = new double[rho.length][rho.length];
    for (int q = 0; q < rho.length; q++) {
      for (int p = 0; p < rho.length; p++) {
        between[q][p] = distance(q, p);
      }
    }
    merge(groups, between, farthest);
    groups.removeIf(List::isEmpty);
    groups.sort((a, b) -> b.size() != a.size() ? b.size() - a.size() : a.get(0) - b.get(0));
    int[] group = new int[rho.length];
    for (int g = 0; g < groups.size(); g++) {
      for (int c : groups.get(g)) {
        group[c] = g;
      }
    }
    return group;
  }

  private static void merge(List<List<Integer>> groups, double[][] between, double farthest) {
    while (true) {
      int one = -1;
      int other = -1;
      double nearest = farthest;
      for (int a = 0; a < groups.size(); a++) {
        for (int b = a + 1; b < groups.size() && !groups.get(a).isEmpty(); b++) {
          if (!groups.get(b).isEmpty() && between[a][b] <= nearest) {
            nearest = between[a][b];
            one = a;
            other = b;
          }
        }
      }
      if (one < 0) {
        return;
      }
      int n = groups.get(one).size();
      int m = groups.get(other).size();
      for (int c = 0; c < groups.size(); c++) {
        double mean = (n * between[one][c] + m * between[other][c]) / (n + m);
        between[one][c] = mean;
        between[c][one] = mean;
      }
      groups.get(one).addAll(groups.get(other));
      groups.get(other).clear();
    }
  }
}
