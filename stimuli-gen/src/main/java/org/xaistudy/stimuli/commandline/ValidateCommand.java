package org.xaistudy.stimuli.commandline;

import java.util.concurrent.Callable;
import org.xaistudy.stimuli.generation.Preflight;
import org.xaistudy.studies.StudyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code stimuli-gen validate}. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description =
        "Looks at all that can be known of a study before anything is trained: its file, its images,"
            + " its networks, its plug-ins, and whether they fit each other.")
final class ValidateCommand implements Callable<Integer> {
  @Mixin private StudyOptions options;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    StudyFile study = options.read();
    Preflight.Found found = new Preflight(study, options::variable, options.kinds()).check();
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
