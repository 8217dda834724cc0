package org.xaistudy.stimuli.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.stimuli.commandline.StimuliGen;
import org.xaistudy.stimuli.model.Npy;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.model.Vgg;
import picocli.CommandLine;

/** With two cores of one machine ({@code local[2]}), from the command line. */
class SparkEngineTest {
  private static final int SIDE = 16;

  /** More than one batch for each of the parts that two cores are given. */
  private static final int IMAGES = 300;

  @TempDir Path folder;

  private record Outcome(int code, String err) {}

  @BeforeEach
  void prepare() throws IOException {
    Vgg.compact(SIDE, 3, new SplittableRandom(1)).write(folder.resolve("model.onnx"));
    images(2);
  }

  private void images(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    Tensor images = Tensor.zeros(IMAGES, 3, SIDE, SIDE);
    for (int i = 0; i < images.values().length; i++) {
      images.values()[i] = (float) random.nextGaussian();
    }
    Npy.write(folder.resolve("inputs.npy"), images);
  }

  private Outcome search(String engine, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "concepts",
                "references",
                "--engine=" + engine,
                "--model=" + folder.resolve("model.onnx"),
                "--inputs=" + folder.resolve("inputs.npy"),
                "--layer=features.0",
                "--layer=features.6",
                "--layer=classifier.0",
                "--by=relevance-sum,relevance-max,activation-sum,activation-max",
                "--top=9",
                "--out=" + folder.resolve(engine)));
    arguments.addAll(List.of(more));
    StringWriter err = new StringWriter();
    CommandLine commandLine = StimuliGen.commandLine();
    commandLine.setOut(new PrintWriter(new StringWriter())).setErr(new PrintWriter(err));
    int code = commandLine.execute(arguments.toArray(String[]::new));
    return new Outcome(code, err.toString());
  }

  @Test
  void findsTheSameBytesAsTheLocalEngine() {
    assertThat(search("local")).isEqualTo(new Outcome(0, ""));
    assertThat(search("spark")).isEqualTo(new Outcome(0, ""));
    for (String file : List.of("references.store", "references.csv", "classes.csv")) {
      assertThat(folder.resolve("spark").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("local").resolve(file));
    }
  }

  /** What is wrong with a task is said as if there were no Spark. */
  @Test
  void saysInALineWhatIsWrong() throws IOException {
    Tensor images = Npy.read(folder.resolve("inputs.npy"));
    images.values()[images.values().length - 400] = Float.NaN;
    Npy.write(folder.resolve("inputs.npy"), images);
    Outcome outcome = search("spark");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("not a finite number");
    assertThat(outcome.err().lines()).hasSize(1);
    assertThat(Files.exists(folder.resolve("spark/references.store"))).isFalse();
  }

  @Test
  void isNamedAmongThoseThatAreThere() {
    Outcome outcome = search("sparks");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("no engine is called sparks; there are local, spark");
  }
}
