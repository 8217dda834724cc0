package org.xaistudy.stimuli.shapley;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xaistudy.stimuli.model.Tensor;

/**
 * Superpixels by simple linear iterative clustering (Achanta et al. 2012): k-means over CIELAB
 * colour and position, each centre searching only its neighbourhood; then what is not connected
 * joins a neighbour. Deterministic.
 */
public final class Slic {
  private static final int ITERATIONS = 10;

  private final int height;
  private final int width;
  private final float[][] lab; // per pixel (L, a, b)
  private final double step;
  private final double compactness;

  private Slic(Tensor image, int count, double compactness) {
    height = image.shape()[1];
    width = image.shape()[2];
    lab = lab(image);
    step = Math.sqrt((double) height * width / count);
    this.compactness = compactness;
  }

  /**
   * Divides an image into superpixels.
   *
   * @param image (3, H, W), sRGB from 0 to 1
   * @param count about so many segments
   * @param compactness how much position counts against colour; 10 is usual
   */
  public static Segments segments(Tensor image, int count, double compactness) {
    if (image.shape().length != 3 || image.shape()[0] != 3) {
      throw new IllegalArgumentException("superpixels need a colour image (3, H, W), not " + image);
    }
    if (count < 1 || count > image.shape()[1] * image.shape()[2] || !(compactness > 0)) {
      throw new IllegalArgumentException(
          "the number of superpixels must be between 1 and that of pixels, the compactness above 0");
    }
    Slic slic = new Slic(image, count, compactness);
    return slic.connected(slic.clustered());
  }

  /** The cluster of each pixel. */
  private int[] clustered() {
    double[][] centres = grid();
    int[] labels = new int[height * width];
    for (int i = 0; i < ITERATIONS; i++) {
      assign(labels, centres);
      update(labels, centres);
    }
    return labels;
  }

  /** Centres (L, a, b, y, x) on a regular grid. */
  private double[][] grid() {
    int rows = Math.max(1, (int) Math.round(height / step));
    int columns = Math.max(1, (int) Math.round(width / step));
    double[][] centres = new double[rows * columns][];
    for (int i = 0; i < centres.length; i++) {
      int row = i / columns;
      int column = i % columns;
      int y = (int) ((row + 0.5) * height / rows);
      int x = (int) ((column + 0.5) * width / columns);
      float[] colour = lab[y * width + x];
      centres[i] = new double[] {colour[0], colour[1], colour[2], y, x};
    }
    return centres;
  }

  private void assign(int[] labels, double[][] centres) {
    double[] nearest = new double[labels.length];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    int reach = (int) Math.ceil(2 * step);
    for (int k = 0; k < centres.length; k++) {
      int cy = (int) centres[k][3];
      int cx = (int) centres[k][4];
      for (int y = Math.max(0, cy - reach); y < Math.min(height, cy + reach + 1); y++) {
        for (int x = Math.max(0, cx - reach); x < Math.min(width, cx + reach + 1); x++) {
          double distance = distance(centres[k], y, x);
          if (distance < nearest[y * width + x]) {
            nearest[y * width + x] = distance;
            labels[y * width + x] = k;
          }
        }
      }
    }
  }

  /** Squared: colour's plus position's, the latter in units of a superpixel's side. */
  private double distance(double[] centre, int y, int x) {
    float[] colour = lab[y * width + x];
    double ofColour = 0;
    for (int i = 0; i < 3; i++) {
      ofColour += (colour[i] - centre[i]) * (colour[i] - centre[i]);
    }
    double dy = (y - centre[3]) / step * compactness;
    double dx = (x - centre[4]) / step * compactness;
    return ofColour + dy * dy + dx * dx;
  }

  private void update(int[] labels, double[][] centres) {
    double[][] sums = new double[centres.length][5];
    int[] counts = new int[centres.length];
    for (int p = 0; p < labels.length; p++) {
      double[] sum = sums[labels[p]];
      for (int i = 0; i < 3; i++) {
        sum[i] += lab[p][i];
      }
      int row = p / width;
      sum[3] += row;
      sum[4] += p % width;
      counts[labels[p]]++;
    }
    for (int k = 0; k < centres.length; k++) {
      for (int i = 0; counts[k] > 0 && i < 5; i++) {
        centres[k][i] = sums[k][i] / counts[k];
      }
    }
  }

  /**
   * Of each cluster its largest connected piece, numbered in reading order; what is left joins the
   * piece it is nearest to, so that even noise keeps its superpixels.
   */
  private Segments connected(int[] clusters) {
    Map<Integer, int[]> largest = new HashMap<>();
    int[] visited = new int[clusters.length];
    Arrays.fill(visited, -1);
    for (int p = 0; p < visited.length; p++) {
      if (visited[p] < 0) {
        int[] piece = fill(clusters, visited, p, 0);
        largest.merge(clusters[p], piece, (one, other) -> other.length > one.length ? other : one);
      }
    }
    List<int[]> pieces = new ArrayList<>(largest.values());
    pieces.sort(Comparator.comparing(piece -> piece[0]));
    int[] labels = new int[clusters.length];
    Arrays.fill(labels, -1);
    Deque<Integer> edge = new ArrayDeque<>();
    for (int label = 0; label < pieces.size(); label++) {
      for (int p : pieces.get(label)) {
        labels[p] = label;
        edge.add(p);
      }
    }
    grow(labels, edge);
    return new Segments(labels, height, width, pieces.size());
  }

  /** Labels what has no label yet like the labelled pixel nearest to it, step by step. */
  private void grow(int[] labels, Deque<Integer> edge) {
    while (!edge.isEmpty()) {
      int p = edge.poll();
      for (int q : around(p)) {
        if (q >= 0 && q < labels.length && labels[q] < 0) {
          labels[q] = labels[p];
          edge.add(q);
        }
      }
    }
  }

  /** The pixels beside, above and below; −1 or beyond the last where the image ends. */
  private int[] around(int p) {
    int x = p % width;
    return new int[] {x > 0 ? p - 1 : -1, x < width - 1 ? p + 1 : -1, p - width, p + width};
  }

  private int[] fill(int[] clusters, int[] labels, int start, int label) {
    Deque<Integer> open = new ArrayDeque<>();
    int[] piece = new int[16];
    int size = 0;
    labels[start] = label;
    open.add(start);
    while (!open.isEmpty()) {
      int p = open.poll();
      if (size == piece.length) {
        piece = Arrays.copyOf(piece, 2 * size);
      }
      piece[size++] = p;
      for (int q : around(p)) {
        boolean inside = q >= 0 && q < labels.length;
        if (inside && labels[q] < 0 && clusters[q] == clusters[start]) {
          labels[q] = label;
          open.add(q);
        }
      }
    }
    return Arrays.copyOf(piece, size);
  }

  /** CIELAB of sRGB under D65, per pixel. */
  private static float[][] lab(Tensor image) {
    int plane = image.shape()[1] * image.shape()[2];
    float[][] lab = new float[plane][];
    for (int p = 0; p < plane; p++) {
      double r = linear(image.values()[p]);
      double g = linear(image.values()[plane + p]);
      double b = linear(image.values()[2 * plane + p]);
      double x = root((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
      double y = root(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
      double z = root((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
      lab[p] =
          new float[] {(float) (116 * y - 16), (float) (500 * (x - y)), (float) (200 * (y - z))};
    }
    return lab;
  }

  private static double linear(double value) {
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static double root(double value) {
    return value > 216.0 / 24389 ? Math.cbrt(value) : (24389.0 / 27 * value + 16) / 116;
  }
}
