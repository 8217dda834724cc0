package org.xaistudy.stimuli.generation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import me.tongfei.progressbar.ProgressBar;
import org.xaistudy.stimuli.dataset.Sample;
import org.xaistudy.stimuli.explanation.Depiction;
import org.xaistudy.stimuli.explanation.ReferencePool;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.studies.Artefact;
import org.xaistudy.studies.Study;

/**
 * Samples as the models see them, each without and with the artefact.
 *
 * @param samples the samples
 * @param plain (N, C, H, W), normalised, without the artefact
 * @param planted the same with it; the same tensor where nothing is planted
 * @param labels the true classes
 * @param medium how samples are seen
 * @param share of the images of a class that carries the artefact, if not all classes carry it
 */
record Materials(
    List<Sample> samples, Tensor plain, Tensor planted, int[] labels, Medium medium, double share) {
  /** Draws or reads all samples, on all processors. */
  static Materials prepare(String task, List<Sample> samples, Medium medium, Study study) {
    boolean planting = study.artefact().isPresent();
    Tensor[] plain = new Tensor[samples.size()];
    Tensor[] planted = new Tensor[samples.size()];
    try (ProgressBar bar = ProgressBars.bar(task, samples.size())) {
      IntStream.range(0, samples.size())
          .parallel()
          .forEach(
              i -> {
                plain[i] = medium.input(medium.values(samples.get(i), false));
                if (planting) {
                  planted[i] = medium.input(medium.values(samples.get(i), true));
                }
                bar.step();
              });
    }
    Tensor without = Tensor.stack(Arrays.asList(plain));
    return new Materials(
        samples,
        without,
        planting ? Tensor.stack(Arrays.asList(planted)) : without,
        samples.stream().mapToInt(Sample::label).toArray(),
        medium,
        study.artefact().flatMap(Artefact::share).orElse(1.0));
  }

  /**
   * Which images carry the artefact: all, if all classes do; else the stated share of those of
   * {@code classes}, spread evenly over each class.
   */
  private boolean[] carrying(Set<Integer> classes) {
    boolean everywhere = Arrays.stream(labels).allMatch(classes::contains);
    boolean[] carrying = new boolean[labels.length];
    Map<Integer, Integer> seen = new HashMap<>();
    for (int i = 0; i < labels.length; i++) {
      int rank = seen.merge(labels[i], 1, Integer::sum);
      boolean due = Math.floor(rank * share + 1e-9) > Math.floor((rank - 1) * share + 1e-9);
      carrying[i] = everywhere || (classes.contains(labels[i]) && due);
    }
    return carrying;
  }

  /** The images with the artefact on these classes only. */
  Tensor plantedOn(Set<Integer> classes) {
    boolean[] carrying = carrying(classes);
    Tensor mixed = Tensor.zeros(plain.shape());
    int size = mixed.values().length / labels.length;
    for (int i = 0; i < labels.length; i++) {
      Tensor source = carrying[i] ? planted : plain;
      System.arraycopy(source.values(), i * size, mixed.values(), i * size, size);
    }
    return mixed;
  }

  /** These images as a pool of reference images, with the artefact on these classes only. */
  ReferencePool pool(Set<Integer> classes) {
    Tensor inputs = plantedOn(classes);
    boolean[] carrying = carrying(classes);
    return new ReferencePool() {
      @Override
      public Tensor inputs() {
        return inputs;
      }

      @Override
      public int[] labels() {
        return labels;
      }

      @Override
      public Depiction depiction(int image) {
        return medium.depiction(samples.get(image), carrying[image]);
      }
    };
  }

  /** SHA-256 of all that a training sees of these images. */
  String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Tensor images : List.of(plain, planted)) {
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        for (float value : images.values()) {
          if (bytes.remaining() < Float.BYTES) {
            digest.update(bytes.flip());
            bytes.clear();
          }
          bytes.putFloat(value);
        }
        digest.update(bytes.flip());
      }
      digest.update(Arrays.toString(labels).getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
