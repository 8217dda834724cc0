package org.xaistudy.server.commandline;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.xaistudy.server.failure.Addresses;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts the server, or carries out a command. */
@QuarkusMain
public final class Main {
  Main() {}

  /** Without words it is the server. */
  public static void main(String... words) {
    if (words.length == 0) {
      System.setProperty(Addresses.ACCEPT_ALL, "true");
      Quarkus.run(words);
    } else {
      System.exit(new CommandLine(new Words()).execute(words));
    }
  }

  @Command(
      name = "xaistudy",
      subcommands = {Simulate.class, Import.class, ResearcherCommand.class},
      description = "Without a command the server starts.",
      footer = {"", "Exit code 0: done; 1: it could not be done; 2: the words are not understood."})
  static final class Words implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
        names = {"-h", "--help"},
        usageHelp = true,
        description = "Show this help message and exit.")
    @SuppressWarnings("unused") // picocli asks for it
    private boolean help;

    @Override
    public void run() {
      throw new ParameterException(spec.commandLine(), "expected a command");
    }
  }
}
