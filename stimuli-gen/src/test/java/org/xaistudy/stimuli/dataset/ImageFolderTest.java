package org.xaistudy.stimuli.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.testing.Shared;

class ImageFolderTest {
  @TempDir Path folder;
  private Path photographs;
  private StudyFile study;

  @BeforeEach
  void writePhotographs() throws IOException {
    study = StudyFile.read(Shared.root().resolve("studies/cifar10-border"));
    photographs = folder.resolve("photographs");
    for (String split : new String[] {"train", "test"}) {
      write(split + "/horse/b.png", 40, 20, Color.RED);
      write(split + "/horse/a.jpg", 20, 20, Color.BLUE);
      write(split + "/ship/c.png", 80, 80, Color.GREEN);
    }
  }

  private void write(String name, int width, int height, Color colour) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(colour);
    g.fillRect(0, 0, width, height);
    g.dispose();
    Path file = photographs.resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(image, name.endsWith("png") ? "png" : "jpg", file.toFile());
  }

  private LabelledImages read() {
    return LabelledImages.of(study, Map.of("CIFAR10", photographs.toString())::get);
  }

  @Test
  void readsClassesAndSamplesInOrder() throws IOException {
    Files.writeString(photographs.resolve("train/horse/.hidden"), "left out");
    LabelledImages images = read();
    assertThat(images.classes()).containsExactly("horse", "ship");
    assertThat(images.names().get("horse").in("de")).isEqualTo("Pferd");
    assertThat(images.train())
        .extracting(Sample::id)
        .containsExactly("train/horse/a.jpg", "train/horse/b.png", "train/ship/c.png");
    assertThat(images.test()).extracting(Sample::label).containsExactly(0, 0, 1);
  }

  @Test
  void resizesAnyShapeToASquare() {
    BufferedImage image = image(1);
    assertThat(image.getWidth()).isEqualTo(64);
    assertThat(image.getHeight()).isEqualTo(64);
    assertThat(image.getRGB(32, 32) & 0xffffff).isEqualTo(0xff0000);
  }

  @Test
  void namesAFileThatIsNoImage() throws IOException {
    Path broken = photographs.resolve("train/ship/d.png");
    Files.writeString(broken, "no image");
    assertThatThrownBy(() -> image(3))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageStartingWith(broken + ": not an image that can be read");
  }

  @Test
  void namesATruncatedImage() throws IOException {
    Path broken = photographs.resolve("train/ship/c.png");
    byte[] whole = Files.readAllBytes(broken);
    Files.write(broken, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> image(2))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageStartingWith(broken + ": the image is damaged");
  }

  @Test
  void asksForAVariableThatIsNotSet() {
    assertThatThrownBy(() -> LabelledImages.of(study, name -> null))
        .hasMessageContaining("dataset.folder.path: the variable CIFAR10 is not set")
        .hasMessageContaining("--set CIFAR10=PLACE");
  }

  @Test
  void namesAFolderThatIsNotThere() {
    assertThatThrownBy(() -> LabelledImages.of(study, name -> folder.resolve("nowhere").toString()))
        .hasMessageContaining("there is no folder " + folder.resolve("nowhere"));
  }

  @Test
  void refusesOtherClassesInTest() throws IOException {
    write("test/dog/x.png", 9, 9, Color.GRAY);
    assertThatThrownBy(this::read).hasMessageContaining("train and test have different classes");
  }

  @Test
  void refusesAnEmptyClass() throws IOException {
    Files.createDirectories(photographs.resolve("train/dog"));
    Files.createDirectories(photographs.resolve("test/dog"));
    assertThatThrownBy(this::read)
        .hasMessageContaining("no images in " + photographs.resolve("train/dog"));
  }

  private BufferedImage image(int number) {
    return ((ImageSample) read().train().get(number)).image(64);
  }
}
