package org.xaistudy.stimuli.generation;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import me.tongfei.progressbar.ProgressBar;
import org.xaistudy.stimuli.artefact.Planting;
import org.xaistudy.stimuli.dataset.Sample;
import org.xaistudy.stimuli.explanation.ReferencePool;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.pixels.Normalisation;
import org.xaistudy.stimuli.pixels.Pixels;

/**
 * Samples as the models see them, each without and with the artefact.
 *
 * @param samples the samples
 * @param plain (N, 3, H, W), normalised, without the artefact
 * @param planted the same with it
 * @param labels the true classes
 */
record Materials(List<Sample> samples, Tensor plain, Tensor planted, int[] labels) {
  /** Draws or reads all samples, on all processors. */
  static Materials prepare(
      String task, List<Sample> samples, Planting planting, int side, Normalisation normalisation) {
    Tensor[] plain = new Tensor[samples.size()];
    Tensor[] planted = new Tensor[samples.size()];
    try (ProgressBar bar = ProgressBars.bar(task, samples.size())) {
      IntStream.range(0, samples.size())
          .parallel()
          .forEach(
              i -> {
                BufferedImage image = samples.get(i).image(side);
                plain[i] = normalisation.apply(Pixels.of(image));
                planted[i] = normalisation.apply(Pixels.of(planting.plant(image)));
                bar.step();
              });
    }
    return new Materials(
        samples,
        Tensor.stack(Arrays.asList(plain)),
        Tensor.stack(Arrays.asList(planted)),
        samples.stream().mapToInt(Sample::label).toArray());
  }

  /** The images with the artefact on these classes only. */
  Tensor plantedOn(Set<Integer> classes) {
    if (Arrays.stream(labels).allMatch(classes::contains)) {
      return planted;
    }
    Tensor mixed = Tensor.zeros(plain.shape());
    int size = mixed.values().length / labels.length;
    for (int i = 0; i < labels.length; i++) {
      Tensor source = classes.contains(labels[i]) ? planted : plain;
      System.arraycopy(source.values(), i * size, mixed.values(), i * size, size);
    }
    return mixed;
  }

  /** These images as a pool of reference images, with the artefact on these classes only. */
  ReferencePool pool(Set<Integer> classes, Planting planting) {
    Tensor inputs = plantedOn(classes);
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
      public BufferedImage display(int image, int side) {
        BufferedImage drawn = samples.get(image).image(side);
        return classes.contains(labels[image]) ? planting.plant(drawn) : drawn;
      }
    };
  }
}
