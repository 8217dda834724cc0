package org.xaistudy.stimuli.artefact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.testing.Shared;

/** All kinds of artefacts, as study.yaml asks for them. */
class PlantingTest {
  @TempDir Path folder;

  @BeforeEach
  void writeAPicture() throws IOException {
    BufferedImage picture = new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = picture.createGraphics();
    g.setColor(Color.MAGENTA);
    g.fillRect(0, 0, 30, 20);
    g.dispose();
    ImageIO.write(picture, "png", folder.resolve("logo.png").toFile());
  }

  private StudyFile study(String artefact) throws IOException {
    String text = Files.readString(Shared.root().resolve("studies/border-artefact/study.yaml"));
    String border = "  border:\n    width: 0.0446429 # 10/224, as in the 2023 study\n";
    assertThat(text).contains(border);
    Path file = folder.resolve("study.yaml");
    Files.writeString(
        file,
        text.replace(border, "  " + artefact.replace("}", ", classes: [dotted-redcap]}") + "\n")
            .replaceFirst("(?m)^    classes: \\[dotted-redcap, striped-redcap]\n", ""));
    return StudyFile.read(file);
  }

  private Planting planting(String artefact) throws IOException {
    return Planting.of(study(artefact), name -> null);
  }

  private static BufferedImage grey(int side) {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(new Color(120, 130, 140));
    g.fillRect(0, 0, side, side);
    g.dispose();
    return image;
  }

  /** The share of the image, in whatever resolution, and pixels of 100 × 100 in and outside. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "border: {width: 0.0446429}                            | 0.157 | 1 1   | 50 50",
        "patch: {colour: '#ff0000', place: top-left, size: 0.2} | 0.04  | 10 10 | 50 50",
        "patch: {picture: logo.png, place: bottom-right, size: 0.2} | 0.04 | 90 90 | 50 50",
        "patch: {colour: '#00ff00', place: centre, size: 0.1}  | 0.01  | 50 50 | 80 80",
        "tag: {colour: '#ffff00', place: bottom-left, size: 0.3} | 0.045 | 5 95 | 50 50",
        "tag: {colour: '#ffff00', place: top-right, size: 0.3} | 0.045 | 95 5  | 5 95",
        "watermark: {text: SAMPLE, opacity: 0.6}               | 0.1  | -     | 2 2",
        "tint: {colour: '#ff8800', opacity: 0.3}               | 1     | 50 50 | -",
      })
  void changesTheImageWhereItsMaskIs(String artefact, double share, String inside, String outside)
      throws IOException {
    Planting planting = planting(artefact);
    for (int side : new int[] {32, 100, 600}) {
      boolean[] mask = planting.mask(side);
      assertThat(share(mask)).isCloseTo(share, within(share == 1 ? 0 : 0.04));
      BufferedImage before = grey(side);
      BufferedImage after = planting.plant(before);
      assertThat(after.getWidth()).isEqualTo(side);
      int changed = 0;
      for (int p = 0; p < mask.length; p++) {
        boolean same = after.getRGB(p % side, p / side) == before.getRGB(p % side, p / side);
        assertThat(same && mask[p]).as("unchanged pixel %d of %d", p, side).isFalse();
        changed += same ? 0 : 1;
      }
      // Half covered pixels at the outline may be changed without belonging to it.
      assertThat(changed / (double) mask.length).isCloseTo(share(mask), within(8.0 / side));
    }
    boolean[] mask = planting.mask(100);
    assertThat(inside.equals("-") || at(mask, inside)).isTrue();
    assertThat(outside.equals("-") || !at(mask, outside)).isTrue();
  }

  private static double share(boolean[] mask) {
    int inside = 0;
    for (boolean in : mask) {
      inside += in ? 1 : 0;
    }
    return inside / (double) mask.length;
  }

  private static boolean at(boolean[] mask, String place) {
    int space = place.indexOf(' ');
    int x = Integer.parseInt(place.substring(0, space));
    return mask[Integer.parseInt(place.substring(space + 1)) * 100 + x];
  }

  @Test
  void aPictureKeepsItsColours() throws IOException {
    Planting planting = planting("patch: {picture: logo.png, place: centre, size: 0.2}");
    assertThat(planting.plant(grey(100)).getRGB(50, 50) & 0xffffff).isEqualTo(0xff00ff);
  }

  @Test
  void saysWhatIsWrongWithAPatch() {
    assertThatThrownBy(() -> planting("patch: {place: centre, size: 0.2}"))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("artefact.patch: expected either a colour or a picture");
    assertThatThrownBy(() -> planting("patch: {picture: no.png, place: centre, size: 0.2}"))
        .hasMessageContaining("no.png");
    assertThatThrownBy(() -> planting("patch: {colour: red, place: centre, size: 0.2}"))
        .hasMessageContaining("artefact.patch.colour: expected text of the form ^#");
  }
}
