package org.xaistudy.stimuli.commandline;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.xaistudy.stimuli.bundle.BundleWriter;
import org.xaistudy.stimuli.generation.Generation;
import org.xaistudy.stimuli.generation.Recipe;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.studies.manifest.StimulusBundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code stimuli-gen generate}. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description = {
      "Trains the two models of a study, checks that the planted truth is true and renders every"
          + " explanation into the folder stimuli beside study.yaml.",
      "Stimuli that fit the study are kept: an edit of what people read costs a second or two. Nothing is"
          + " published unless all of it is complete.",
    })
final class GenerateCommand implements Callable<Integer> {
  private static final String THREADS = "ai.djl.pytorch.num_threads";

  @Mixin private StudyOptions options;

  @Option(
      names = "--force",
      description =
          "Train the models and make the stimuli anew even if those there fit the study. Else they are kept (--reuse).")
  private boolean force;

  @Option(
      names = "--reuse",
      description =
          "Keep models and stimuli that fit the study; the default. Models are kept in .models beside"
              + " study.yaml: an edited limit, method or design, or a refusal, trains nothing again.")
  private boolean reuse;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    if (reuse && force) {
      throw new ParameterException(spec.commandLine(), "either --reuse or --force, not both");
    }
    StudyFile study = options.read();
    Optional<StimulusBundle> made = force ? Optional.empty() : made(study);
    if (made.isEmpty()) {
      computeInOneThread();
      new Generation(study, options::variable, options.kinds(), !force, out).run();
    } else if (made.get().ofThisVersion()) {
      out.println("The stimuli of " + study.study().id() + " fit the study; nothing to do.");
    } else {
      BundleWriter.relabel(made.get());
      out.println(
          "Nothing that the images of "
              + study.study().id()
              + " depend on was edited: they stay, with a new manifest.");
    }
    return 0;
  }

  /**
   * Small networks gain little by a second thread and lose much where the processor is shared: the
   * engine's threads wait for each other spinning. And with one thread the order of sums, thus
   * every weight, does not depend on the number of processors. Read when the engine starts.
   */
  private static void computeInOneThread() {
    System.setProperty(THREADS, System.getProperty(THREADS, "1"));
  }

  /** Stimuli that are there, whole, and would come out the same again. */
  private Optional<StimulusBundle> made(StudyFile study) {
    try {
      Optional<String> recipe = Optional.of(Recipe.of(study, options::variable).sha256());
      return Optional.of(StimulusBundle.openOfAnyVersion(study))
          .filter(bundle -> bundle.manifest().recipeSha256().equals(recipe));
    } catch (InvalidFileException absentOrDamaged) {
      return Optional.empty();
    }
  }
}
