package org.xaistudy.stimuli.commandline.concepts;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.xaistudy.stimuli.concept.RangeSearch;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command about the concepts of a model. */
abstract class ConceptCommand implements Callable<Integer> {
  @Mixin private ConceptOptions options;

  @Spec private CommandSpec spec;

  @Override
  public final Integer call() throws IOException {
    try (ConceptTask task = options.open()) {
      run(task.prepared());
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e); // what was asked for is not there
    }
    return 0;
  }

  /** What was asked for, for other machines to open. */
  final RangeSearch elsewhere() {
    return OptionsSearch.of(spec.commandLine().getParseResult());
  }

  abstract void run(ConceptTask task) throws IOException;

  /** Tells a person something. */
  final void say(String format, Object... values) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(format + "%n", values);
    out.flush();
  }

  final void wrote(Path file) {
    say("Wrote %s", file);
  }
}
