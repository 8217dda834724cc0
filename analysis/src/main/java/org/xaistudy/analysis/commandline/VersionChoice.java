package org.xaistudy.analysis.commandline;

import org.xaistudy.analysis.exclusion.VersionSelection;
import picocli.CommandLine.Option;

/** Which versions of the study, where the file has answers to several. */
final class VersionChoice {
  private static final int OF_THE_PROGRAM = 0;

  @Option(
      names = "--version",
      arity = "0..1",
      fallbackValue = "" + OF_THE_PROGRAM,
      paramLabel = "N",
      description =
          "The version of the study whose answers count; the newest if not given. Without a"
              + " number, the same as -V.")
  private Integer number;

  @Option(
      names = "--all-versions",
      description = "Take the answers to all versions of the study together.")
  private boolean all;

  boolean ofTheProgram() {
    return number != null && number == OF_THE_PROGRAM;
  }

  VersionSelection versions() {
    return all
        ? VersionSelection.ALL
        : number == null ? VersionSelection.NEWEST : VersionSelection.only(number);
  }
}
