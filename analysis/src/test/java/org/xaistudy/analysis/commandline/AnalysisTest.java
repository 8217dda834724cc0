package org.xaistudy.analysis.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.analysis.ChosenPlaces;
import org.xaistudy.analysis.archive.MadeUpArchive;
import picocli.CommandLine;

class AnalysisTest {
  @TempDir Path folder;
  private Path responses;

  @BeforeEach
  void writeResponses() throws IOException {
    responses = folder.resolve("responses.csv");
    StringBuilder text = new StringBuilder("participant,method,truth,answer,confidence,clarity\n");
    for (int person = 0; person < 4; person++) {
      String method = person % 2 == 0 ? "zebra" : "\"a,b\"\"<c\"";
      for (int trial = 0; trial < 6; trial++) {
        String truth = trial % 2 == 0 ? "yes" : "no";
        String answer = (trial + person) % 3 == 0 ? "yes" : "no";
        text.append("p%d,%s,%s,%s,%d,%d\n".formatted(person, method, truth, answer, trial, person));
      }
    }
    Files.writeString(responses, text);
  }

  @Test
  void writesAllFilesAndComparesWithTheFirstMethod() throws IOException {
    Path out = folder.resolve("out");
    assertThat(run(responses.toString(), "--out", out.toString())).isEmpty();
    assertThat(out.resolve("statistics.csv"))
        .content()
        .startsWith("table,method,versus,quantity,value,direction\nrates,zebra,,participants,2,\n")
        .contains("test.correct,zebra,\"a,b\"\"<c\",welch_t,");
    assertThat(out.resolve("figures/confusion.svg")).content().startsWith("<?xml");
    assertThat(out.resolve("report.html"))
        .content()
        .contains("a,b&quot;&lt;c")
        .doesNotContain("b\"<c");
    assertThat(names(out))
        .containsExactly("figures", "report.html", "statistics.csv", "statistics.json");
  }

  @Test
  void theReportIsInTheLanguageAskedForAndTheNumbersForProgramsAreNot() throws IOException {
    Path english = folder.resolve("english");
    Path french = folder.resolve("french");
    run(responses.toString(), "--out", english.toString());
    run(responses.toString(), "--out", french.toString(), "--language", "fr");
    assertThat(french.resolve("report.html"))
        .content()
        .contains("<html lang=\"fr\">", "<h2>En bref</h2>", "<b>Tableau 1.</b>", "IC à 95\u00A0%")
        .doesNotContain("In short");
    assertThat(french.resolve("figures/confusion.svg")).content().contains(">dit oui<");
    for (String name : new String[] {"statistics.csv", "statistics.json"}) {
      assertThat(french.resolve(name)).hasSameBinaryContentAs(english.resolve(name));
    }
    assertThat(english.resolve("report.html")).content().contains("<html lang=\"en\">");
  }

  @Test
  void anUnknownLanguageIsToldThoseThereAre() {
    StringWriter error = new StringWriter();
    int code =
        Analysis.commandLine()
            .setErr(new PrintWriter(error, true))
            .execute(responses.toString(), "--out", folder + "/out", "--language", "xx");
    assertThat(code).isEqualTo(2);
    assertThat(error.toString())
        .startsWith(
            "Invalid value for option '--language': no report in 'xx'; the languages are en, fr");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void sameInputGivesTheSameBytes() throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    run(responses.toString(), "--out", first.toString());
    run(responses.toString(), "--out", second.toString());
    for (String name : new String[] {"statistics.csv", "report.html", "figures/confusion.svg"}) {
      assertThat(second.resolve(name)).hasSameBinaryContentAs(first.resolve(name));
    }
  }

  @Test
  void badInputGetsOneLineAndLeavesNothing() throws IOException {
    Files.writeString(responses, "participant;method\n");
    Path out = folder.resolve("out");
    assertThat(run(responses.toString(), "--out", out.toString()))
        .isEqualToIgnoringNewLines(
            "analysis: " + responses + ":1: is separated by semicolons; expected commas");
    assertThat(out).doesNotExist();
  }

  @Test
  void anUnknownReferenceGetsOneLine() {
    assertThat(run(responses.toString(), "--reference", "x", "--out", folder + "/out"))
        .isEqualToIgnoringNewLines(
            "analysis: no answers for the reference 'x'; the methods are zebra, a,b\"<c");
  }

  @Test
  void analysesTheNewestVersionOrTheOneAskedFor() throws IOException {
    List<String> lines = Files.readAllLines(responses);
    StringBuilder text = new StringBuilder("version," + lines.get(0) + "\n");
    lines.stream().skip(1).forEach(line -> text.append("1,%s\n2,new-%s\n".formatted(line, line)));
    Files.writeString(responses, text);
    Path out = folder.resolve("out");
    run(responses.toString(), "--out", out.toString());
    assertThat(out.resolve("report.html")).content().contains("about version 2 alone");
    run(responses.toString(), "--out", out.toString(), "--version", "1");
    assertThat(out.resolve("report.html")).content().contains("about version 1 alone");
    run(responses.toString(), "--out", out.toString(), "--all-versions");
    assertThat(out.resolve("report.html")).content().contains("taken together");
    assertThat(run(responses.toString(), "--out", out.toString(), "--version", "7"))
        .contains("nobody answered version 7 of the study; there are answers to 1, 2");
  }

  @Test
  void anArchiveNeedsNoOtherArgument() throws IOException {
    Path archive = new MadeUpArchive(folder).zip(folder.resolve("archive.zip"));
    Path out = folder.resolve("out");
    assertThat(run("--study", archive.toString(), "--out", out.toString())).isEmpty();
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("<h2>Sample</h2>", ">Failed attention<", ">Screened out<", "no method yet")
        .contains("5 failed attention checks", "5 did not finish", "20 participants analysed")
        .contains("How old are you?", "I use it", "Is there anything you would like to tell us?")
        .doesNotContain("my name is");
    assertThat(out.resolve("report.html"))
        .content()
        .contains("Integrated Gradients − CRP", ">Grad-CAM<", "agreed to take part")
        .doesNotContain("gradcam");
    assertThat(out.resolve("statistics.csv"))
        .content()
        .contains("flow,,,excluded_attention,5,\n", "test.correct,crp,gradcam,welch_t,");
  }

  /** The numbers are those that {@code DistinctionTest} reckons. */
  @Test
  void aStudyInWhichPeopleChooseExplanationsIsHeldAgainstOneOfThem() throws IOException {
    Files.writeString(responses, ChosenPlaces.responsesWithSomebodyStraight());
    Path out = folder.resolve("out");
    String study = ChosenPlaces.FOLDER.toString();
    assertThat(run(responses.toString(), "--study", study, "--out", out.toString())).isEmpty();
    assertThat(out.resolve("statistics.csv"))
        .content()
        .contains("rates,gradcam,,accuracy,0.375,\n", "rates,crp,,accuracy,0.75,\n")
        .contains("chance.correct,gradcam,,mean_difference,0.125,gradcam - 0.25\n")
        .contains("test.correct,gradcam,crp,mean_difference,-0.375,gradcam - crp\n")
        .contains("places,gradcam,,right_a,2,\nplaces,gradcam,,said_a,5,\n")
        .contains("places,gradcam,,bias_a,0.375,said - right\n")
        .contains("flow,,,excluded_straight_lining,1,\nflow,,,analysed,4,\n")
        .doesNotContain("d_prime", "choices,");
    assertThat(out.resolve("report.html"))
        .content()
        .contains("chose the right explanation 37.5\u00A0% of the time with Grad-CAM");
    assertThat(out.resolve("figures/places.svg")).content().startsWith("<?xml");
  }

  @Test
  void comparesArchivesAndSaysWhatTheySayTogether() throws IOException {
    Path archive = new MadeUpArchive(folder).zip(folder.resolve("archive.zip"));
    Path out = folder.resolve("out");
    String[] arguments = {
      "compare",
      archive.toString(),
      archive.toString(),
      "--reference",
      "ig",
      "--out",
      out.toString()
    };
    assertThat(run(arguments)).isEmpty();
    assertThat(out.resolve("compare.csv"))
        .content()
        .contains("compare.together,crp,ig,together,", ",crp - ig\n");
    assertThat(out.resolve("compare.html")).content().contains("Both studies together");
  }

  @Test
  void aFolderWithoutPeopleHasNoSample() throws IOException {
    MadeUpArchive archive = new MadeUpArchive(folder);
    archive.files.remove("participants.csv");
    Path study = archive.folder(folder.resolve("unpacked"));
    Path out = folder.resolve("out");
    assertThat(run("--study", study.toString(), "--out", out.toString())).isEmpty();
    assertThat(out.resolve("report.html")).content().doesNotContain("<h2>Sample</h2>");
  }

  @Test
  void aBrokenArchiveGetsOneLineAndLeavesNothing() throws IOException {
    Path archive = Files.writeString(folder.resolve("archive.zip"), "PK");
    Path out = folder.resolve("out");
    assertThat(run("--study", archive.toString(), "--out", out.toString()))
        .startsWith("analysis: " + archive + ": is not a whole zip file")
        .hasLineCount(1);
    assertThat(out).doesNotExist();
  }

  /** What the program says on its error stream. */
  private static String run(String... arguments) {
    StringWriter error = new StringWriter();
    CommandLine commandLine =
        Analysis.commandLine()
            .setOut(new PrintWriter(new StringWriter()))
            .setErr(new PrintWriter(error, true));
    int code = commandLine.execute(arguments);
    assertThat(code).isEqualTo(error.toString().isEmpty() ? 0 : 1);
    return error.toString();
  }

  private static Stream<String> names(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList().stream();
    }
  }
}
