package org.xaistudy.stimuli.commandline;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xaistudy.stimuli.explanation.ExplainerKinds;
import org.xaistudy.stimuli.generation.Preflight;
import org.xaistudy.studies.StudyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stimuli-gen validate}. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description =
        "Looks at all that can be known of a study before anything is trained: its file, its images,"
            + " its networks, its plug-ins, and whether they fit each other.")
final class ValidateCommand implements Callable<Integer> {
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

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    StudyFile study = StudyFile.read(path);
    ExplainerKinds kinds =
        plugins == null ? ExplainerKinds.builtIn() : ExplainerKinds.with(plugins);
    Preflight.Found found =
        new Preflight(study, name -> variables.getOrDefault(name, System.getenv(name)), kinds)
            .check();
    spec.commandLine()
        .getOut()
        .printf(
            "%s is valid: %d classes, %d images to learn from, %d held out, %d methods.%n",
            study.study().id(),
            found.images().classes().size(),
            found.images().train().size(),
            found.images().test().size(),
            study.study().methods().size());
    spec.commandLine().getOut().flush();
    return 0;
  }
}
