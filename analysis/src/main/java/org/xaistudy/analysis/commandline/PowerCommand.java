package org.xaistudy.analysis.commandline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.analysis.plan.Wording;
import org.xaistudy.analysis.power.Decision;
import org.xaistudy.analysis.power.Design;
import org.xaistudy.analysis.power.Power;
import org.xaistudy.analysis.power.PowerAnalysis;
import org.xaistudy.analysis.power.ReportedEffects;
import org.xaistudy.analysis.report.PowerReport;
import org.xaistudy.analysis.words.Words;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.StudyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code analysis power study.yaml}: what a planned study could see. */
@Command(
    name = "power",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Tells what a planned study could see, and how many people it takes.",
      "Simulates studies of several sizes with the effects that study.yaml expects under",
      "analysis.power, or with those that a report found (--from), and analyses each of them",
      "as the report will."
    })
final class PowerCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "study.yaml", description = "The study, or the folder that holds it.")
  private Path study;

  @Option(
      names = "--participants",
      split = ",",
      paramLabel = "N",
      defaultValue = "10,15,20,25,30,40,50,75,100",
      description = "Participants per arm, separated by commas (default: ${DEFAULT-VALUE}).")
  private List<Integer> participants;

  @Option(
      names = "--by",
      paramLabel = "TEST",
      defaultValue = "MEANS",
      description =
          "The test: means (Welch's, of participants' accuracy or preference) or model (of d', by"
              + " hierarchical signal detection, of yes and no only, which takes longer); default:"
              + " means.")
  private Decision decision;

  @Option(
      names = "--from",
      paramLabel = "statistics.csv",
      description =
          "A report's numbers, such as a pilot's: its d', criterion and spreads are expected instead"
              + " of those of study.yaml.")
  private @Nullable Path from;

  @Option(
      names = "--studies",
      paramLabel = "N",
      description = "Simulated studies per size (default: 2000; 400 by the model).")
  private @Nullable Integer number;

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      defaultValue = "en",
      converter = WordsConverter.class,
      description =
          "Of power.html, power.svg and what is printed, such as fr (default:"
              + " ${DEFAULT-VALUE}).")
  private Words words;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where power.html and power.svg go; nothing is written if not given.")
  private Path out;

  @Override
  public Integer call() {
    int studies = number != null ? number : decision == Decision.MODEL ? 400 : 2000;
    check(studies);
    Study read = StudyFile.read(study).study();
    Design design = from == null ? Design.of(read) : Design.of(read, ReportedEffects.read(from));
    PowerAnalysis analysis = new PowerAnalysis(design, decision, studies, read.seed());
    TreeSet<Integer> sizes = new TreeSet<>(participants);
    sizes.add(design.participantsPerArm());
    Map<String, OptionalInt> needed;
    List<Power> curve;
    try (ProgressOnTerminal progress = ProgressOnTerminal.onStandardError()) {
      curve = analysis.curve(new ArrayList<>(sizes), progress);
      needed = analysis.needed(progress);
    }
    PowerReport report = new PowerReport(Wording.of(read, words), analysis, curve);
    report.printed(needed).forEach(spec.commandLine().getOut()::println);
    if (out != null) {
      Publication.write(
          out,
          Map.of(
              "power.html", report.html(needed),
              "power.svg", report.figure().file()));
      spec.commandLine().getOut().println("Written: " + out.resolve("power.html"));
    }
    return 0;
  }

  private void check(int studies) {
    if (studies < 1 || participants.stream().anyMatch(size -> size < 2)) {
      throw new AnalysisException(
          "expected at least 1 study a size and at least 2 participants per arm");
    }
  }
}
