package org.xaistudy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.report.Report;

/**
 * Reads the byte code of the report: its classes add, subtract, multiply and divide no fractions.
 */
class NumbersOfTheReportTest {
  private static final Pattern METHOD = Pattern.compile("^ {2}\\S.*?([\\w$.]+)\\(.*\\);$");
  private static final Pattern ARITHMETIC = Pattern.compile("\\b[df](add|sub|mul|div|rem|neg)\\b");

  @Test
  void reckonsNothing() throws Exception {
    assertThat(reckoning("Report.class"))
        .allMatch(
            method ->
                // Shares become per cent and milliseconds seconds as they are written.
                method.startsWith("Apa.")
                    // Where drawings lie in a file.
                    || method.equals("Figures.row")
                    || method.startsWith("Figures.lambda$row$"));
  }

  @Test
  void seesWhatIsReckoned() throws Exception {
    assertThat(reckoning("Report.class")).contains("Apa.percent", "Apa.seconds", "Figures.row");
  }

  /** The methods beside a class that reckon with fractions, each with its class. */
  private static Set<String> reckoning(String beside) throws IOException, URISyntaxException {
    Path folder = Path.of(Report.class.getResource(beside).toURI()).getParent();
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        String name = file.getFileName().toString().replace(".class", "");
        String method = "";
        for (String line : disassembled(file).lines().toList()) {
          var heading = METHOD.matcher(line);
          if (heading.matches()) {
            method = name + "." + heading.group(1);
          } else if (ARITHMETIC.matcher(line).find()) {
            found.add(method);
          }
        }
      }
    }
    return found;
  }

  private static String disassembled(Path file) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    ToolProvider javap = ToolProvider.findFirst("javap").orElseThrow();
    assertThat(javap.run(out, out, "-c", "-p", file.toString())).isZero();
    return text.toString();
  }
}
