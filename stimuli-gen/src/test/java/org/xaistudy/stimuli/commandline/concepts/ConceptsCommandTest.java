package org.xaistudy.stimuli.commandline.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xaistudy.stimuli.attribution.SmallNetworks;
import org.xaistudy.stimuli.commandline.StimuliGen;
import org.xaistudy.stimuli.concept.ReferenceFile;
import org.xaistudy.stimuli.concept.References;
import org.xaistudy.stimuli.model.Npy;
import org.xaistudy.stimuli.model.Vgg;
import picocli.CommandLine;

/** Any model with a folder of photographs or an array, from the command line. */
class ConceptsCommandTest {
  private static final int SIDE = 32;

  @TempDir Path folder;

  private record Outcome(int code, String out, String err) {}

  @BeforeEach
  void prepare() throws IOException {
    Vgg.compact(SIDE, 3, new SplittableRandom(1)).write(folder.resolve("model.onnx"));
    SplittableRandom random = new SplittableRandom(2);
    for (String kind : List.of("cat", "dog", "owl")) {
      Files.createDirectories(folder.resolve("images").resolve(kind));
      for (int i = 0; i < 14; i++) {
        BufferedImage image = new BufferedImage(40, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int p = 0; p < 40 * SIDE; p++) {
          image.setRGB(p % 40, p / 40, random.nextInt(0xffffff));
        }
        ImageIO.write(
            image, "png", folder.resolve("images").resolve(kind).resolve(i + ".png").toFile());
      }
    }
    Npy.write(folder.resolve("inputs.npy"), SmallNetworks.images(1, 40));
    SmallNetworks.residual(3, true).write(folder.resolve("residual.onnx"));
  }

  private Outcome run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine = StimuliGen.commandLine();
    commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    List<String> all = new ArrayList<>(List.of("concepts"));
    all.addAll(List.of(arguments));
    int code = commandLine.execute(all.toArray(String[]::new));
    return new Outcome(code, out.toString(), err.toString());
  }

  private Outcome photographs(String command, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                command,
                "--model",
                folder.resolve("model.onnx").toString(),
                "--data",
                folder.resolve("images").toString(),
                "--top",
                "5",
                "--out",
                folder.resolve("out").toString()));
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "sheet, --layer=features.6 --mask=neuron --channel=0:3, sheet.features.6.relevance-sum.svg",
    "sheet, --by=activation-max --layer=classifier.0, sheet.classifier.0.activation-max.svg",
    "atlas, --image=dog/3.png --superpixels=12, atlas.21.svg",
    "graph, --layer=features.6 --layer=features.3 --channel=2, graph.features.6.2.svg",
    "ablate, --layer=features.3 --channels=6 --image=2, ablation.2.svg",
    "classes, --layer=features.6 --channel=1 --target=true, classes.features.6.1.svg",
    "similarity, --layer=features.6, similarity.features.6.svg"
  })
  void drawsOnPhotographs(String command, String options, String file) throws Exception {
    Outcome outcome = photographs(command, options.replace(':', ',').split(" ", -1));
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    Path svg = folder.resolve("out").resolve(file);
    assertThat(outcome.out()).contains(svg.toString());
    var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(document.getElementsByTagName("title").getLength()).isEqualTo(1);
  }

  private Outcome signals(String command, String... more) throws IOException {
    SmallNetworks.signals(3, true).write(folder.resolve("signals.onnx"));
    Npy.write(folder.resolve("signals.npy"), SmallNetworks.noise(1, 20).reshape(20, 2, 41));
    String[] model = {
      "--model",
      folder.resolve("signals.onnx").toString(),
      "--inputs",
      folder.resolve("signals.npy").toString(),
      "--top",
      "5",
      "--out",
      out("out")
    };
    return run(with(with(model, more), command));
  }

  @ParameterizedTest
  @CsvSource({
    "references, --layer=features.6, references.csv",
    "sheet, --mask=neuron --channel=0:3, sheet.features.6.relevance-sum.svg",
    "region, --box=5:0:10:1, region.csv",
    "atlas, --image=3 --superpixels=8, atlas.3.svg",
    "graph, --layer=features.6 --layer=features.3 --channel=2, graph.features.6.2.svg",
    "ablate, --layer=features.3 --channels=6 --image=2, ablation.2.svg",
    "classes, --layer=features.6 --channel=1, classes.features.6.1.svg",
    "similarity, --layer=features.6, similarity.features.6.svg",
    "explore, --concepts=2 --references=2 --image=1, explore.html"
  })
  void readsAndDrawsSignals(String command, String options, String file) throws IOException {
    Outcome outcome = signals(command, options.replace(':', ',').split(" ", -1));
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    assertThat(folder.resolve("out").resolve(file)).isNotEmptyFile();
  }

  @Test
  void exploresInOnePageThatLoadsNothing() throws IOException {
    Path names = folder.resolve("names.yaml");
    StringBuilder yaml = new StringBuilder("features.6:\n");
    for (int c = 0; c < 64; c++) {
      yaml.append("  ").append(c).append(": <stripes> & ").append(c).append('\n');
    }
    Files.writeString(names, yaml);
    Outcome outcome =
        photographs(
            "explore",
            "--names=" + names,
            "--concepts=2",
            "--references=2",
            "--layer=features.6",
            "--layer=features.3");
    assertThat(outcome.err()).isEmpty();
    String page = Files.readString(folder.resolve("out/explore.html"));
    assertThat(page).contains("&lt;stripes&gt; &amp; ").doesNotContain("<stripes>");
    assertThat(page).doesNotContainPattern("(src|href)=\"https?:");
    assertThat(page).contains("id=\"image-2\"").doesNotContain("id=\"image-3\"");
  }

  @Test
  void partsMergeToTheSameBytesAsOneSearchAlsoWhenItWasCutOff() throws IOException {
    String[] array = {
      "--model",
      folder.resolve("residual.onnx").toString(),
      "--inputs",
      folder.resolve("inputs.npy").toString(),
      "--layer",
      "layer1",
      "--layer",
      "fc",
      "--by",
      "relevance-max,activation-sum",
      "--top",
      "7"
    };
    assertThat(run(with(array, "references", "--out", out("whole"))).code()).isZero();
    for (String part : List.of("1/2", "2/2")) {
      String[] more = with(array, "references", "--out", out("parts"), "--part", part);
      assertThat(run(more).code()).isZero();
    }
    String first = out("parts") + "/references.1-of-2.store";
    String second = out("parts") + "/references.2-of-2.store";
    String[] merge =
        with(array, "references", "--out", out("parts"), "--merge", first, "--merge", second);
    assertThat(run(merge).err()).isEmpty();
    same("whole", "parts");
    // What a killed search leaves behind is what the first part has.
    Files.createDirectories(Path.of(out("resumed")));
    Files.copy(Path.of(first), Path.of(out("resumed"), "references.store"));
    References begun = ReferenceFile.read(Path.of(first));
    assertThat(begun.complete()).isFalse();
    assertThat(run(with(array, "references", "--out", out("resumed"))).code()).isZero();
    same("whole", "resumed");
    String[] again = with(array, "references", "--out", out("parts"), "--merge", second);
    assertThat(run(again).err()).contains("not the whole");
  }

  private void same(String one, String other) {
    for (String file : List.of("references.store", "references.csv", "classes.csv")) {
      assertThat(Path.of(out(other), file)).hasSameBinaryContentAs(Path.of(out(one), file));
    }
  }

  private String out(String name) {
    return folder.resolve(name).toString();
  }

  private static String[] with(String[] options, String... first) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(options));
    return all.toArray(String[]::new);
  }

  @Test
  void tellsWhatLiesInABox() throws IOException {
    Outcome outcome = photographs("region", "--box", "4,4,8,16", "--image", "owl/0.png");
    assertThat(outcome.err()).isEmpty();
    List<String> rows = Files.readAllLines(folder.resolve("out/region.csv"));
    assertThat(rows.get(0)).isEqualTo("image,layer,channel,inside,whole");
    assertThat(rows).hasSizeGreaterThan(10);
    assertThat(rows.get(1)).startsWith("28,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sheet --layer feature.3 | did you mean features.3",
        "sheet --by relevance-mean | relevance-sum",
        "sheet --target 9 | 0 to 2",
        "region | --box",
        "region --box 1,2,3 | left,top,width,height",
        "region --box 30,30,8,8 | not part of an image",
        "atlas --image lynx.png | 0 end with lynx.png",
        "graph --layer features.6 --channel 1 | at least two layers",
        "sheet --normalise grey | imagenet, none",
        "sheet --composite zeta | epsilon-plus-flat"
      })
  void saysInALineWhatIsWrong(String command, String expected) {
    String[] words = command.split(" ", -1);
    Outcome outcome = photographs(words[0], java.util.Arrays.copyOfRange(words, 1, words.length));
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains(expected);
    assertThat(outcome.err().lines()).hasSize(1);
  }
}
