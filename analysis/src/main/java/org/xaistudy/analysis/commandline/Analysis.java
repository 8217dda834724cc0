package org.xaistudy.analysis.commandline;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.archive.StudyMaterial;
import org.xaistudy.analysis.csv.InvalidCsvException;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.report.Background;
import org.xaistudy.analysis.report.Report;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.analysis.responses.ResponsesFile;
import org.xaistudy.analysis.results.Results;
import org.xaistudy.analysis.statistics.Statistic;
import org.xaistudy.analysis.statistics.StatisticsCsv;
import org.xaistudy.analysis.statistics.StatisticsJson;
import org.xaistudy.analysis.statistics.StatisticsTable;
import org.xaistudy.analysis.words.Words;
import org.xaistudy.studies.document.InvalidFileException;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line: from a file of responses to numbers, figures and a report. */
@Command(
    name = "analysis",
    version = "analysis 0.1.0",
    sortOptions = false,
    subcommands = {PowerCommand.class, CompareCommand.class, BenchCommand.class},
    description = {
      "Turns the answers of a study into statistics.csv, figures and report.html.",
      "",
      "Each method is compared with one reference method, by its participants' means."
    },
    footer = {
      "",
      "Examples:",
      "  analysis --study archive.zip --out results",
      "  analysis responses.csv --reference crp --out results",
      "",
      "responses.csv needs the columns participant, method, truth and answer (yes/no), and has",
      "confidence and clarity (0-9) where they were asked; with --study also other answers, as",
      "the study asks. Exit code 0: written; 1: the file cannot be used; 2: the command line is",
      "not understood."
    })
public final class Analysis implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "responses.csv",
      description = "The answers, one row each; the study's own responses.csv if not given.")
  private Path responses;

  @Option(
      names = "--reference",
      paramLabel = "METHOD",
      description =
          "The method that the others are compared with; the study's, else the file's first, if not given.")
  private String reference;

  @Option(
      names = "--study",
      paramLabel = "STUDY",
      description =
          "The study whose plan runs: its folder, its study.yaml, or the archive.zip that the"
              + " server hands out.")
  private Path study;

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      defaultValue = "en",
      converter = WordsConverter.class,
      description =
          "The language of report.html, its figures and what is printed, such as fr (default:"
              + " ${DEFAULT-VALUE}). statistics.csv and statistics.json are the same in all.")
  private Words words;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "results",
      description = "Where the results go; made if absent (default: ${DEFAULT-VALUE}).")
  private Path out;

  @ArgGroup private final VersionChoice version = new VersionChoice();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  @SuppressWarnings("unused") // picocli asks for it
  private boolean help;

  @Option(
      names = {"-V"},
      versionHelp = true,
      description = "Print the version of this program and exit.")
  @SuppressWarnings("unused") // picocli asks for it
  private boolean about;

  /** Runs the program and exits with its code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Analysis())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (problem, commandLine, parsed) -> {
              if (!expected(problem)) {
                throw problem;
              }
              commandLine.getErr().println("analysis: " + problem.getMessage());
              return 1;
            });
  }

  private static boolean expected(Exception problem) {
    return problem instanceof InvalidCsvException
        || problem instanceof InvalidFileException
        || problem instanceof AnalysisException
        || problem instanceof UncheckedIOException;
  }

  @Override
  public Integer call() {
    if (version.ofTheProgram()) {
      spec.commandLine().printVersionHelp(spec.commandLine().getOut());
      return 0;
    }
    if (responses == null && study == null) {
      throw new ParameterException(
          spec.commandLine(), "Name a file of responses, or a study that has one (--study).");
    }
    try (ProgressOnTerminal progress = ProgressOnTerminal.onStandardError()) {
      if (study == null) {
        Responses read = ResponsesFile.read(responses, progress);
        String first = reference == null ? read.methods().get(0) : reference;
        analyse(read, Plan.comparingWith(first, read, words), Background.NONE, progress);
      } else {
        // Open to the end: the report takes its pictures one by one.
        try (StudyMaterial material = StudyMaterial.open(study)) {
          analyse(material, progress);
        }
      }
    }
    spec.commandLine()
        .getOut()
        .println("Written: " + out.resolve("report.html") + ", statistics.csv, figures");
    return 0;
  }

  private void analyse(StudyMaterial material, ProgressListener progress) {
    Plan stated = Plan.of(material.study().study(), words);
    Plan dated = material.planDates().map(stated::dated).orElse(stated);
    Plan plan = reference == null ? dated : dated.against(reference);
    boolean own = responses == null;
    Responses answers =
        own
            ? material.responses(progress)
            : ResponsesFile.read(responses, material.study().study().design().subjects(), progress);
    analyse(
        answers,
        plan,
        new Background(
            own ? material.arrivals() : Optional.empty(), material.manifest(), material::picture),
        progress);
  }

  private void analyse(
      Responses answers, Plan plan, Background background, ProgressListener progress) {
    Results results = Results.of(answers, plan.over(version.versions()), progress);
    Publication.write(out, files(results, background));
    Report.findings(results).forEach(spec.commandLine().getOut()::println);
  }

  static Map<String, String> files(Results results, Background background) {
    Map<String, String> files = new LinkedHashMap<>();
    List<Statistic> rows = StatisticsTable.of(results);
    var csv = CompletableFuture.supplyAsync(() -> StatisticsCsv.of(rows));
    var json = CompletableFuture.supplyAsync(() -> StatisticsJson.of(results, rows));
    var report = CompletableFuture.supplyAsync(() -> Report.of(results, background));
    Report.figures(results, background.arrivals())
        .forEach((name, svg) -> files.put("figures/" + name, svg));
    files.put("statistics.csv", csv.join());
    files.put("statistics.json", json.join());
    files.put("report.html", report.join());
    return files;
  }
}
