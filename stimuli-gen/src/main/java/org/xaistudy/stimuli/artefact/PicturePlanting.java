package org.xaistudy.stimuli.artefact;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.UnaryOperator;
import org.xaistudy.stimuli.pixels.ImageFile;
import org.xaistudy.stimuli.pixels.Resampling;
import org.xaistudy.studies.Artefact;
import org.xaistudy.studies.StudyFile;

/**
 * A picture put over a part of the image.
 *
 * @param picture square
 * @param square where, in shares of the image's side
 */
record PicturePlanting(BufferedImage picture, Rectangle2D square) implements Planting {
  static Planting read(StudyFile study, Artefact.Patch patch, UnaryOperator<String> variables) {
    BufferedImage picture =
        ImageFile.read(
            study.resolve("/artefact/patch/picture", patch.picture().orElseThrow(), variables));
    return new PicturePlanting(
        ImageFile.centredSquare(picture), Square.at(patch.place(), patch.size()));
  }

  @Override
  public BufferedImage plant(BufferedImage image) {
    int side = image.getWidth();
    int part = part(side);
    BufferedImage planted = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = planted.createGraphics();
    g.drawImage(image, 0, 0, null);
    g.drawImage(
        Resampling.TRIANGLE.resize(picture, part),
        at(square.getX(), side),
        at(square.getY(), side),
        null);
    g.dispose();
    return planted;
  }

  @Override
  public boolean[] mask(int side) {
    boolean[] mask = new boolean[side * side];
    int part = part(side);
    for (int y = 0; y < part; y++) {
      for (int x = 0; x < part; x++) {
        mask[(at(square.getY(), side) + y) * side + at(square.getX(), side) + x] = true;
      }
    }
    return mask;
  }

  private int part(int side) {
    return Math.max(1, (int) Math.round(square.getWidth() * side));
  }

  private int at(double start, int side) {
    return Math.min(side - part(side), (int) Math.round(start * side));
  }
}
