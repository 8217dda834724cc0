package org.xaistudy.stimuli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.studies.manifest.StimulusBundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stimuli-gen generate}. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description = {
      "Trains the two models of a study, checks that the planted truth is true and renders every"
          + " explanation into the folder stimuli beside study.yaml.",
      "Stimuli that fit the study are kept. Nothing is published unless all of it is complete.",
    })
final class GenerateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "STUDY", description = "study.yaml, or the folder that holds it.")
  private Path path;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description =
          "Value of a variable $${NAME} in study.yaml; the environment's otherwise. Repeatable.")
  private Map<String, String> variables = Map.of();

  @Option(names = "--force", description = "Make the stimuli anew even if they fit the study.")
  private boolean force;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    StudyFile study = StudyFile.read(path);
    if (!force && fits(study)) {
      out.println("The stimuli of " + study.study().id() + " fit the study; nothing to do.");
      return 0;
    }
    new Generation(study, this::variable, out).run();
    return 0;
  }

  private String variable(String name) {
    return variables.getOrDefault(name, System.getenv(name));
  }

  private static boolean fits(StudyFile study) {
    try {
      String generator = StimulusBundle.open(study).manifest().generator();
      return generator.equals(GeneratorVersion.current());
    } catch (InvalidFileException absentOrOutdated) {
      return false;
    }
  }
}
