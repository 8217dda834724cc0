package org.xaistudy.analysis.commandline;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.analysis.plan.Wording;
import org.xaistudy.analysis.power.Design;
import org.xaistudy.analysis.power.Power;
import org.xaistudy.analysis.power.PowerAnalysis;
import org.xaistudy.analysis.report.PowerReport;
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
      "analysis.power."
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
      names = "--studies",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Simulated studies per size (default: ${DEFAULT-VALUE}).")
  private int studies;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where power.html and power.svg go; nothing is written if not given.")
  private Path out;

  @Override
  public Integer call() {
    check();
    Study read = StudyFile.read(study).study();
    Design design = Design.of(read);
    PowerAnalysis analysis = new PowerAnalysis(design, studies, read.seed());
    TreeSet<Integer> sizes = new TreeSet<>(participants);
    sizes.add(design.participantsPerArm());
    Map<String, OptionalInt> needed = new LinkedHashMap<>();
    List<Power> curve;
    try (ProgressOnTerminal progress = ProgressOnTerminal.onStandardError()) {
      curve = analysis.curve(new ArrayList<>(sizes), progress);
      for (String method : curve.get(0).found().keySet()) {
        progress.at("looking for the size", needed.size(), curve.get(0).found().size());
        needed.put(method, analysis.needed(method));
      }
    }
    PowerReport report = new PowerReport(Wording.of(read), curve);
    print(design, report, needed);
    if (out != null) {
      write(design, report, needed, read.seed());
    }
    return 0;
  }

  private void check() {
    if (studies < 1 || participants.stream().anyMatch(size -> size < 2)) {
      throw new AnalysisException(
          "expected at least 1 study a size and at least 2 participants per arm");
    }
  }

  private void print(Design design, PowerReport report, Map<String, OptionalInt> needed) {
    PrintWriter to = spec.commandLine().getOut();
    to.printf("Power to tell each method from %s:%n", report.wording().name(design.reference()));
    report.lines().forEach(to::println);
    needed.forEach(
        (method, size) ->
            to.printf(
                "%s: %s participants per arm for a power of %.0f %%%n",
                report.wording().name(method),
                size.isPresent() ? String.valueOf(size.getAsInt()) : "more than 2,000",
                100 * design.wanted()));
  }

  private void write(
      Design design, PowerReport report, Map<String, OptionalInt> needed, long seed) {
    Publication.write(
        out,
        Map.of(
            "power.html", report.html(design, needed, studies, seed),
            "power.svg", report.figure(design.wanted()).file()));
    spec.commandLine().getOut().println("Written: " + out.resolve("power.html"));
  }
}
