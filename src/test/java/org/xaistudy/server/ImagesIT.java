package org.xaistudy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.server.testing.Images;
import org.xaistudy.server.testing.PackagedServer;
import org.xaistudy.server.testing.Postgres;
import org.xaistudy.server.testing.TinyStudy;
import org.xaistudy.server.testing.Visitor;
import org.xaistudy.server.testing.Yaml;
import org.xaistudy.testing.Shared;

/** What the Dockerfiles build does its work. */
@Tag("heavy")
@EnabledIf(
    value = "org.xaistudy.server.testing.Images#areWanted",
    disabledReason = "skipped: no buildah and mmdebstrap")
class ImagesIT {
  private static final Path ROOT = Shared.root();
  private static final Images IMAGES = new Images(ROOT.resolve("src/target/images"));
  @TempDir Path folder;

  @BeforeAll
  static void makeBase() throws Exception {
    IMAGES.makeBase();
  }

  @Test
  void aStudyIsTakenPartInInTheServersImage() throws Exception {
    IMAGES.build(ROOT, "docker/Dockerfile", "xai-study");
    String container = IMAGES.container("xai-study");
    TinyStudy.write(folder.resolve("studies/contained"), Yaml.of("contained", 5, 2, 4));
    Map<String, String> settings = new TreeMap<>(Postgres.emptySchema("xaistudy_images_test"));
    try (PackagedServer server =
        new PackagedServer(
            folder,
            settings,
            all -> IMAGES.command(container, Map.of("/studies", folder.resolve("studies")), all))) {
      server.start();
      Visitor visitor =
          Visitor.ofServers(server.port()).enrolIn("contained").throughPractice().throughTrials();
      assertThat(visitor.codes()).hasSize(1);
    }
  }

  @Test
  void theGeneratorsImageExplainsItself() throws Exception {
    IMAGES.build(ROOT, "docker/stimuli-gen.Dockerfile", "xai-study-stimuli-gen");
    String container = IMAGES.container("xai-study-stimuli-gen");
    assertThat(IMAGES.run(IMAGES.command(container, Map.of(), Map.of(), "--help")))
        .contains("generate", "attribute");
  }
}
