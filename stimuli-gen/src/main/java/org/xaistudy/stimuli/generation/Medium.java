package org.xaistudy.stimuli.generation;

import java.util.function.UnaryOperator;
import org.xaistudy.stimuli.artefact.Planting;
import org.xaistudy.stimuli.artefact.SignalPlanting;
import org.xaistudy.stimuli.dataset.Sample;
import org.xaistudy.stimuli.explanation.Depiction;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.studies.DataSet;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.StudyFile;

/**
 * How a study's samples reach models and people, with or without its artefact: as images or as
 * signals.
 */
public sealed interface Medium permits ImageMedium, SignalMedium {
  /**
   * That of a study's data set.
   *
   * @param variables values of variables in paths
   * @throws org.xaistudy.studies.document.InvalidFileException if a picture cannot be read
   */
  static Medium of(StudyFile file, UnaryOperator<String> variables) {
    Study study = file.study();
    return study.dataset() instanceof DataSet.Signals signals
        ? new SignalMedium(signals.length(), SignalPlanting.of(file))
        : new ImageMedium(study.dataset().size(), study.models(), Planting.of(file, variables));
  }

  /** The shape (C, H, W) of a sample of a data set; of a signal H is 1. */
  static int[] shape(DataSet dataset) {
    return dataset instanceof DataSet.Signals signals
        ? new int[] {1, 1, signals.length()}
        : new int[] {3, dataset.size(), dataset.size()};
  }

  /** A sample (C, H, W): colours from 0 to 1, or a signal's values. */
  Tensor values(Sample sample, boolean planted);

  /** What models see of a sample's values. */
  Tensor input(Tensor values);

  /** What people see of a sample. */
  Depiction depiction(Sample sample, boolean planted);

  /** Where the artefact is, row by row, of what {@link #shape} says is high and wide. */
  boolean[] mask();
}
