package org.xaistudy.stimuli.commandline;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.xaistudy.stimuli.given.Import;
import org.xaistudy.studies.StudyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stimuli-gen import}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Takes pictures that were made elsewhere into a study: opaque names, no metadata, one size.",
      "The table has a row for each picture: sample, label, prediction, model (artefact or clean),"
          + " truth (yes or no), method (of study.yaml, or original), panel, file, relevance; and, if"
          + " wanted, alternative (the file in colours for the colour-blind) and use (trial, practice"
          + " or example).",
    })
final class ImportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "STIMULI.csv", description = "The table of pictures.")
  private Path table;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "STUDY",
      description = "The study's folder, with its study.yaml.")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    StudyFile study = StudyFile.read(out);
    int decisions = new Import(study, table).run();
    spec.commandLine()
        .getOut()
        .printf(
            "%d decisions of %s are in %s%n",
            decisions, study.study().id(), study.folder().resolve("stimuli"));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
