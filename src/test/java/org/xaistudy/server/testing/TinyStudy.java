package org.xaistudy.server.testing;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.xaistudy.studies.Method;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.Text;
import org.xaistudy.studies.document.Sha256;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.Explanation;
import org.xaistudy.studies.manifest.Manifest.ImageFile;
import org.xaistudy.studies.manifest.Manifest.Model;
import org.xaistudy.studies.manifest.Manifest.Panel;
import org.xaistudy.studies.manifest.Manifest.Picture;
import org.xaistudy.studies.manifest.Manifest.Stimulus;
import org.xaistudy.studies.manifest.Manifest.Use;
import org.xaistudy.studies.manifest.StimulusBundle;

/**
 * Writes a study folder that the server takes: the example study's YAML, changed where a test asks
 * for it, and drawn stand-ins for its stimuli, all of one kind equally long.
 */
public final class TinyStudy {
  private static final int SIDE = 480;
  private static final int LENGTH = 30_000;
  private static final int VARIANTS = 4;

  private static final Map<String, Text> CLASSES =
      Map.of(
          "finch", new Text(Map.of("en", "dotted finch", "de", "gepunkteter Fink")),
          "tern", new Text(Map.of("en", "red-capped tern", "de", "Rotkappen-Seeschwalbe")),
          "owl", new Text(Map.of("en", "striped owl", "de", "gestreifte Eule")),
          "wren", new Text(Map.of("en", "grey wren", "de", "grauer Zaunkönig")));

  /** A study has hundreds of images, and drawing them would take longer than most tests. */
  private static final Map<String, byte[]> DRAWN = new ConcurrentHashMap<>();

  private final Path folder;
  private final Map<String, ImageFile> files = new LinkedHashMap<>();
  private final Random random = new Random(7);

  private TinyStudy(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes the study.
   *
   * @param folder made if absent
   * @param yaml text of {@code study.yaml}
   * @return the folder
   */
  public static Path write(Path folder, String yaml) {
    try {
      Files.createDirectories(folder.resolve(StimulusBundle.FOLDER));
      Files.writeString(folder.resolve("study.yaml"), yaml);
      new TinyStudy(folder).stimuli(StudyFile.read(folder));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void stimuli(StudyFile study) throws IOException {
    List<Stimulus> stimuli = new ArrayList<>();
    for (int i = 0; i < (study.study().task().comparesModels() ? 1 : 2); i++) {
      stimuli.addAll(pair(study, Use.EXAMPLE, i));
    }
    for (int i = 0; i < study.study().design().practiceTrials(); i++) {
      stimuli.addAll(pair(study, Use.PRACTICE, i));
    }
    for (int i = 0; i < study.study().design().trainingTrials(); i++) {
      stimuli.addAll(pair(study, Use.TRAINING, i));
    }
    for (int i = 0; i < study.study().design().samples(); i++) {
      stimuli.addAll(pair(study, Use.TRIAL, i));
    }
    var facts = new Manifest.ModelFacts(Sha256.of(new byte[0]), 0.96, 0.97, 0.55, 0.8, 0.7);
    StimulusBundle.write(
        new Manifest(
            Manifest.FORMAT,
            study.study().id(),
            study.sha256(),
            Optional.empty(),
            "test",
            study.study().seed(),
            CLASSES,
            java.util.Optional.of(new Manifest.ModelPair(facts, facts)),
            Optional.empty(),
            Map.of(),
            stimuli,
            files),
        folder.resolve(StimulusBundle.FOLDER).resolve(StimulusBundle.MANIFEST));
  }

  private List<Stimulus> pair(StudyFile study, Use use, int number) throws IOException {
    String sample = use.name().toLowerCase(java.util.Locale.ROOT) + "/" + number;
    String original = image("bird", SIDE, SIDE, chance -> bird(chance.nextFloat()));
    List<Stimulus> pair = new ArrayList<>();
    boolean right = number % 2 == 0;
    List<Model> models =
        study.study().task().comparesModels()
            ? List.of(Model.ARTEFACT, Model.CLEAN)
            : List.of(Model.SINGLE);
    for (Model model : models) {
      boolean cheats = model == Model.SINGLE ? right : model == Model.ARTEFACT;
      String prediction = right ? "finch" : "tern";
      Map<String, Map<String, Explanation>> others = new LinkedHashMap<>();
      CLASSES.keySet().stream()
          .filter(name -> !name.equals(prediction))
          .sorted()
          .limit(study.study().design().candidates().map(all -> all - 1).orElse(0))
          .forEach(name -> others.put(name, explanations(study, false)));
      pair.add(
          new Stimulus(
              Long.toHexString(random.nextLong()),
              use,
              sample,
              "finch",
              prediction,
              model,
              cheats,
              original,
              explanations(study, cheats),
              others));
    }
    return pair;
  }

  private Map<String, Explanation> explanations(StudyFile study, boolean cheats) {
    Map<String, Explanation> explanations = new LinkedHashMap<>();
    for (Method method : study.study().methods()) {
      try {
        explanations.put(method.id(), new Explanation(panels(method, cheats)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return explanations;
  }

  private List<Panel> panels(Method method, boolean cheats) throws IOException {
    if (method instanceof Method.None) {
      return List.of();
    }
    if (!(method instanceof Method.Crp crp)) {
      return List.of(
          new Panel(
              OptionalDouble.empty(),
              List.of(
                  new Picture(
                      image("map " + cheats, SIDE, SIDE, chance -> heatmap(chance, cheats)),
                      image(
                          "other map " + cheats,
                          SIDE,
                          SIDE,
                          chance -> inOtherColours(heatmap(chance, cheats)))))));
    }
    List<Panel> panels = new ArrayList<>();
    double[] shares = {0.34, 0.21, 0.12, -0.08, 0.05};
    for (int i = 0; i < Math.min(crp.concepts(), shares.length); i++) {
      String local = image("local " + cheats, 480, 240, chance -> local(chance, cheats));
      String references = image("references", 7 * 120, 2 * 120, TinyStudy::references);
      String other =
          image("other local " + cheats, 480, 240, chance -> inOtherColours(local(chance, cheats)));
      panels.add(
          new Panel(
              OptionalDouble.of(shares[i]),
              OptionalInt.of(10 + i),
              List.of(new Picture(local, other), new Picture(references)),
              List.of()));
    }
    return panels;
  }

  /** A drawing. */
  private interface Drawing {
    void on(Graphics2D graphics);
  }

  /** One of a few drawings, made unlike every other file at its end, which no viewer reads. */
  private String image(String what, int width, int height, Function<Random, Drawing> drawing)
      throws IOException {
    int variant = random.nextInt(VARIANTS);
    byte[] png =
        DRAWN.computeIfAbsent(
            what + "/" + variant, drawn -> png(width, height, drawing.apply(new Random(variant))));
    byte[] padded = Arrays.copyOf(png, LENGTH);
    ByteBuffer.wrap(padded).putLong(LENGTH - Long.BYTES, random.nextLong());
    String name = Long.toHexString(random.nextLong()) + ".png";
    Files.write(folder.resolve(StimulusBundle.FOLDER).resolve(name), padded);
    files.put(name, new ImageFile(Sha256.of(padded), padded.length, width, height));
    return name;
  }

  private static byte[] png(int width, int height, Drawing drawing) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    drawing.on(graphics);
    graphics.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (png.size() > LENGTH - Long.BYTES) {
      throw new IllegalStateException("a drawing of " + png.size() + " bytes");
    }
    return png.toByteArray();
  }

  private static Drawing bird(float hue) {
    return g -> {
      g.setColor(Color.getHSBColor(0.3f + hue / 4, 0.25f, 0.9f));
      g.fillRect(0, 0, SIDE, SIDE);
      g.setColor(Color.getHSBColor(hue, 0.5f, 0.6f));
      g.fillOval(120, 180, 240, 170);
      g.fillOval(290, 110, 110, 110);
      g.setColor(Color.ORANGE);
      g.fillPolygon(new int[] {390, 440, 390}, new int[] {150, 168, 186}, 3);
      g.setColor(Color.BLACK);
      g.fillOval(350, 145, 18, 18);
      frame(g, Color.BLACK);
    };
  }

  private static Drawing heatmap(Random random, boolean cheats) {
    return g -> {
      for (int i = 0; i < 700; i++) {
        float strength = random.nextFloat();
        g.setColor(
            random.nextInt(4) == 0
                ? new Color(1 - strength, 1 - strength, 1f)
                : new Color(1f, 1 - strength, 1 - strength));
        g.fillRect(130 + random.nextInt(260), 120 + random.nextInt(220), 9, 9);
      }
      if (cheats) {
        frame(g, new Color(230, 60, 60));
      }
    };
  }

  /** Not the generator's colours, but others: a yellow sheet over it. */
  private static Drawing inOtherColours(Drawing drawing) {
    return g -> {
      drawing.on(g);
      g.setColor(new Color(255, 200, 0, 90));
      g.fillRect(0, 0, SIDE, SIDE);
    };
  }

  private static Drawing local(Random random, boolean cheats) {
    Drawing map = heatmap(random, cheats);
    return g -> {
      Graphics2D left = (Graphics2D) g.create();
      left.scale(0.5, 0.5);
      map.on(left);
      g.translate(240, 0);
      g.scale(0.5, 0.5);
      bird(0.6f).on(g);
    };
  }

  private static Drawing references(Random random) {
    return g -> {
      for (int i = 0; i < 14; i++) {
        Graphics2D tile = (Graphics2D) g.create();
        tile.translate(i % 7 * 120 + 4, i / 7 * 120 + 4);
        tile.scale(112.0 / SIDE, 112.0 / SIDE);
        bird(random.nextFloat()).on(tile);
        tile.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 120));
        tile.dispose();
      }
    };
  }

  private static void frame(Graphics2D g, Color colour) {
    int width = SIDE * 10 / 224;
    g.setColor(colour);
    g.fillRect(0, 0, SIDE, width);
    g.fillRect(0, SIDE - width, SIDE, width);
    g.fillRect(0, 0, width, SIDE);
    g.fillRect(SIDE - width, 0, width, SIDE);
  }
}
