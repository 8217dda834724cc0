package org.xaistudy.stimuli.commandline;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xaistudy.stimuli.explanation.ExplainerKinds;
import org.xaistudy.studies.StudyFile;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which study a command is about, and what is needed beside its file. */
final class StudyOptions {
  @Parameters(paramLabel = "STUDY", description = "study.yaml, or the folder that holds it.")
  private Path path;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description =
          "Value of a variable $${NAME} in study.yaml; the environment's otherwise. Repeatable.")
  private Map<String, String> variables = Map.of();

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      description = "Folder of jars with further kinds of explanation.")
  private @Nullable Path plugins;

  StudyFile read() {
    return StudyFile.read(path);
  }

  /** The value of a variable, or null if it has none. */
  @Nullable String variable(String name) {
    return variables.getOrDefault(name, System.getenv(name));
  }

  /** The methods there are, those of plug-ins too. */
  ExplainerKinds kinds() {
    return plugins == null ? ExplainerKinds.builtIn() : ExplainerKinds.with(plugins);
  }
}
