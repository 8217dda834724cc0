package org.xaistudy.stimuli.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.xaistudy.stimuli.commandline.concepts.ConceptsCommand;
import org.xaistudy.stimuli.generation.GeneratorVersion;
import org.xaistudy.stimuli.generation.Refusal;
import org.xaistudy.studies.document.InvalidFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/** The command line of the stimulus generator. */
@Command(
    name = "stimuli-gen",
    mixinStandardHelpOptions = true,
    versionProvider = GeneratorVersion.class,
    description = "Makes the stimuli of human-evaluation studies of AI explanations.",
    subcommands = {
      GenerateCommand.class,
      ValidateCommand.class,
      ImportCommand.class,
      AttributeCommand.class,
      ConceptsCommand.class,
      BenchCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 done, 1 the input cannot be used or the planted truth is not true, 2 the command"
          + " line is wrong.",
    })
public final class StimuliGen {
  private StimuliGen() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** All commands, with plain messages for what a person can mend. */
  public static CommandLine commandLine() {
    return new CommandLine(new StimuliGen())
        .setExecutionExceptionHandler(plainMessages())
        .setUsageHelpAutoWidth(true);
  }

  /**
   * What a person can mend is said in plain lines; anything else is a defect and shows its forward.
   */
  private static IExecutionExceptionHandler plainMessages() {
    return (exception, command, parsed) -> {
      if (exception instanceof InvalidFileException
          || exception instanceof Refusal
          || exception instanceof IOException
          || exception instanceof UncheckedIOException) {
        PrintWriter err = command.getErr();
        String message = exception.getMessage();
        err.println(command.getColorScheme().errorText(message == null ? "" + exception : message));
        return 1;
      }
      throw exception;
    };
  }
}
