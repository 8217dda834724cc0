package org.xaistudy.stimuli.concept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xaistudy.stimuli.attribution.Attribution;
import org.xaistudy.stimuli.attribution.Composite;
import org.xaistudy.stimuli.attribution.Condition;
import org.xaistudy.stimuli.attribution.ForwardPass;
import org.xaistudy.stimuli.attribution.Lrp;
import org.xaistudy.stimuli.attribution.SmallNetworks;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Npy;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.testing.Shared;

class ReferencesTest {
  private static final int IMAGES = 70;
  private static final List<Criterion> ALL = List.of(Criterion.values());

  @TempDir Path folder;

  private static ImageSource source(Tensor images) {
    return new ArraySource(images, List.of(), Optional.empty());
  }

  private static References search(Lrp lrp, ImageSource source, List<String> layers, int top) {
    return search(lrp, source, layers, top, 0, source.count());
  }

  private static References search(
      Lrp lrp, ImageSource source, List<String> layers, int top, int from, int to) {
    ReferenceSearch search = new ReferenceSearch(lrp, source, new Targets.Predicted());
    References references =
        new References(search.question("model", "epsilon-plus-flat", layers, ALL, top));
    search.search(references, from, to, done -> {});
    return references;
  }

  /** What zennit-crp recorded in double precision, values as the paper defines them. */
  @Test
  void areThoseOfTheReferenceImplementation() throws IOException {
    Path shared = Shared.path("reference/concepts/mobile");
    Network network =
        Network.read(shared.resolveSibling("../attributions/blocks/mobile/mobile.onnx"));
    List<String> rows = Files.readAllLines(shared.resolve("references.csv"));
    Map<String, List<String[]>> expected = new HashMap<>();
    for (String row : rows.subList(1, rows.size())) {
      String[] fields = row.split(",", -1);
      String key = fields[0] + "," + fields[1] + "," + fields[2];
      expected.computeIfAbsent(key, k -> new ArrayList<>()).add(fields);
    }
    List<String> layers = List.of("features.2.conv.0.0", "features.4.0");
    try (Lrp lrp = new Lrp(network, Composite.EPSILON_PLUS_FLAT)) {
      Tensor images = Npy.read(shared.resolve("images.npy"));
      References references = search(lrp, source(images), layers, 8);
      for (LayerReferences layer : references.layers()) {
        for (Criterion criterion : ALL) {
          for (int c = 0; c < layer.channels(); c++) {
            String key = layer.layer() + "," + c + "," + criterion;
            agree(key, layer.ranking(criterion).of(c), expected.get(key));
          }
        }
      }
    }
  }

  private static void agree(String key, List<Reference> found, List<String[]> expected) {
    assertThat(found).as(key).hasSameSizeAs(expected);
    double largest = 0;
    for (String[] row : expected) {
      largest = Math.max(largest, Math.abs(Double.parseDouble(row[5])));
    }
    for (int i = 0; i < expected.size(); i++) {
      Reference reference = found.get(i);
      String[] row = expected.get(i);
      assertThat(reference.image()).as(key + " " + i).isEqualTo(Integer.parseInt(row[4]));
      assertThat((double) reference.value())
          .as(key + " " + i)
          .isCloseTo(Double.parseDouble(row[5]), within(1e-5 * largest));
      assertThat(reference.row() + "," + reference.column())
          .as(key + " " + i)
          .isEqualTo(row[6] + "," + row[7]);
    }
  }

  @Test
  void ofARegionAreThoseOfTheReferenceImplementation() throws IOException {
    Path shared = Shared.path("reference/concepts/mobile");
    Network network =
        Network.read(shared.resolveSibling("../attributions/blocks/mobile/mobile.onnx"));
    Tensor images = Npy.read(shared.resolve("images.npy"));
    List<String> rows = Files.readAllLines(shared.resolve("region.csv"));
    try (Lrp lrp = new Lrp(network, Composite.EPSILON_PLUS_FLAT)) {
      Region box = Region.box(16, 16, 32, 32, 64, 64);
      Map<Integer, List<RegionalRelevance>> byImage = new HashMap<>();
      double largest = 0;
      for (String row : rows.subList(1, rows.size())) {
        largest = Math.max(largest, Math.abs(Double.parseDouble(row.split(",", -1)[4])));
      }
      for (String row : rows.subList(1, rows.size())) {
        String[] fields = row.split(",", -1);
        int image = Integer.parseInt(fields[0]);
        if (!byImage.containsKey(image)) {
          try (ForwardPass forward = lrp.forward(images.range(image, image + 1))) {
            byImage.put(image, RegionalRelevance.of(lrp, forward, fields[1], box));
          }
        }
        RegionalRelevance found = byImage.get(image).get(Integer.parseInt(fields[2]));
        assertThat((double) found.inside())
            .as(row)
            .isCloseTo(Double.parseDouble(fields[3]), within(1e-5 * largest));
        assertThat((double) found.whole())
            .as(row)
            .isCloseTo(Double.parseDouble(fields[4]), within(1e-5 * largest));
      }
    }
  }

  @Test
  void ofALinearLayerAreThereToo() {
    Tensor images = SmallNetworks.images(3, IMAGES);
    String layer = "classifier.0";
    try (Lrp lrp = new Lrp(SmallNetworks.chain(1, true), Composite.EPSILON_PLUS_FLAT)) {
      References references = search(lrp, source(images), List.of(layer), 4);
      Attribution each = lrp.attribute(images, null, List.of(Condition.target()), List.of(layer));
      for (int c = 0; c < 10; c++) {
        List<Reference> found = references.layer(layer).ranking(Criterion.RELEVANCE_SUM).of(c);
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < IMAGES; i++) {
          largest = Math.max(largest, each.channels(layer, i, 0).values()[c]);
        }
        assertThat(found).hasSize(4);
        assertThat(found.get(0).value()).isCloseTo(largest, within(1e-6f));
        assertThat(found).isEqualTo(references.layer(layer).ranking(Criterion.RELEVANCE_MAX).of(c));
      }
    }
  }

  @Test
  void ofPartsMergeToThoseOfTheWhole() throws IOException {
    List<String> layers = List.of("layer1.conv1", "layer1.downsample", "layer2", "fc");
    ImageSource source = source(SmallNetworks.images(4, IMAGES));
    try (Lrp lrp = new Lrp(SmallNetworks.residual(1, true), Composite.EPSILON_PLUS_FLAT)) {
      References whole = search(lrp, source, layers, 5);
      ReferenceSearch search = new ReferenceSearch(lrp, source, new Targets.Predicted());
      References parts = new References(whole.question());
      for (int part : new int[] {3, 1, 2}) { // in any order
        References.Range range = search.part(part, 3);
        parts.merge(search(lrp, source, layers, 5, range.from(), range.to()));
      }
      assertThat(parts.complete()).isTrue();
      assertThat(ReferenceFile.bytes(parts)).isEqualTo(ReferenceFile.bytes(whole));
      References again = search(lrp, source, layers, 5, 3, 4);
      assertThatThrownBy(() -> parts.merge(again))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("image 3 was searched twice");
      References other = search(lrp, source, List.of("fc"), 5);
      assertThatThrownBy(() -> parts.merge(other))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("different questions");
    }
  }

  @Test
  void areTheSameAfterWritingAndReading() throws IOException {
    try (Lrp lrp = new Lrp(SmallNetworks.chain(1, true), Composite.EPSILON_PLUS_FLAT)) {
      ImageSource source = source(SmallNetworks.images(4, 7));
      References references = search(lrp, source, List.of("features.0", "classifier.2"), 9);
      Path file = folder.resolve("references.store");
      ReferenceFile.write(file, references);
      References same = ReferenceFile.read(file);
      assertThat(csv(same)).isEqualTo(csv(references)).hasSize(1 + 4 * 7 * (6 + 5));
      Path again = folder.resolve("again.store");
      ReferenceFile.write(again, same);
      assertThat(again).hasSameBinaryContentAs(file);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 11, 40, 400})
  void ofADamagedFileAreRefused(int length) throws IOException {
    try (Lrp lrp = new Lrp(SmallNetworks.chain(1, true), Composite.EPSILON_PLUS_FLAT)) {
      ImageSource source = source(SmallNetworks.images(4, 3));
      Path file = folder.resolve("references.store");
      ReferenceFile.write(file, search(lrp, source, List.of("features.0"), 2));
      Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), length));
      assertThatThrownBy(() -> ReferenceFile.read(file))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("references.store")
          .hasMessageContaining("damaged");
    }
  }

  private List<String> csv(References references) throws IOException {
    Path file = folder.resolve("references.csv");
    ReferenceFile.writeCsv(file, references);
    return Files.readAllLines(file);
  }
}
