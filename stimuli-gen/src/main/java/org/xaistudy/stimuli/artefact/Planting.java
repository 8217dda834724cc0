package org.xaistudy.stimuli.artefact;

import java.awt.image.BufferedImage;
import java.util.function.UnaryOperator;
import org.xaistudy.studies.Artefact;
import org.xaistudy.studies.StudyFile;

/** An artefact that can be put into images. */
public sealed interface Planting
    permits BorderPlanting, DrawnPlanting, PicturePlanting, UnplantedImages {
  /**
   * The planting that a study asks for.
   *
   * @param variables values of variables in paths
   * @throws org.xaistudy.studies.document.InvalidFileException if a picture cannot be read
   */
  static Planting of(StudyFile study, UnaryOperator<String> variables) {
    Artefact artefact = study.study().artefact().orElse(null);
    if (artefact == null) {
      return new UnplantedImages();
    } else if (artefact instanceof Artefact.Border border) {
      return new BorderPlanting(border.width());
    } else if (artefact instanceof Artefact.Patch patch) {
      return patch.picture().isPresent()
          ? PicturePlanting.read(study, patch, variables)
          : DrawnPlanting.patch(patch);
    } else if (artefact instanceof Artefact.Watermark watermark) {
      return DrawnPlanting.watermark(watermark);
    } else if (artefact instanceof Artefact.Tag tag) {
      return DrawnPlanting.tag(tag);
    } else if (artefact instanceof Artefact.Tint tint) {
      return DrawnPlanting.tint(tint);
    } else if (artefact instanceof Artefact.Given) {
      throw study.problem("/artefact/given", "is not planted; name an artefact that is, or import");
    }
    // Hum is planted into signals; a study where it meets images has been refused.
    throw new IllegalStateException("no planting for " + artefact.getClass());
  }

  /** The image with the artefact, in the same size; the image itself stays as it is. */
  BufferedImage plant(BufferedImage image);

  /**
   * Where the artefact is.
   *
   * @param side of the images, pixels
   * @return row by row
   */
  boolean[] mask(int side);
}
