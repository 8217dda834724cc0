package org.xaistudy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xaistudy.testing.Shared;

/** What the documents name is there: classes, files and the targets of links. */
class DocumentsTest {
  private static final Path ROOT = Shared.root();
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)");
  private static final Pattern CLASS = Pattern.compile("[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*");
  private static final Pattern PACKAGE = Pattern.compile("org\\.xaistudy(\\.[a-z]+)*");
  private static final Pattern FILE =
      Pattern.compile(
          "(src|docs|studies|analysis|stimuli-gen|stimuli-gen-spark|docker|\\.ci)/[A-Za-z0-9_./-]+");

  /** What building or a person makes. */
  private static final Pattern MADE = Pattern.compile("/target/|/\\.env$");

  /** Where names that are written like classes are ours, but for these. */
  private static final Set<String> OF_CLASSES =
      Set.of("CONTRIBUTING.md", "docs/paper.md", "docs/threat-model.md", "docs/hosting.md");

  private static final Set<String> FOREIGN = Set.of("Clock");

  @TestFactory
  Stream<DynamicTest> documents() throws IOException {
    return markdown().stream()
        .map(file -> DynamicTest.dynamicTest(ROOT.relativize(file).toString(), () -> holds(file)));
  }

  @Test
  void thePapersIndexNamesEveryEquation() throws IOException {
    String index = Files.readString(ROOT.resolve("docs/paper.md"));
    Set<Integer> named =
        Pattern.compile("(?m)^\\| (\\d+)(?:(–|, )(\\d+))? \\|")
            .matcher(index)
            .results()
            .flatMap(
                row -> {
                  int first = Integer.parseInt(row.group(1));
                  int last = row.group(3) == null ? first : Integer.parseInt(row.group(3));
                  return Stream.iterate(first, n -> n <= last, n -> n + 1);
                })
            .collect(Collectors.toSet());
    assertThat(named).containsAll(Stream.iterate(1, n -> n <= 19, n -> n + 1).toList());
  }

  private static void holds(Path file) throws IOException {
    String text = Files.readString(file).replaceAll("(?s)```.*?```", "");
    List<String> codes = CODE.matcher(text).results().map(m -> m.group(1)).toList();
    Set<String> classes = classes();
    assertThat(codes)
        .as("classes")
        .filteredOn(code -> CLASS.matcher(code).matches() && !FOREIGN.contains(code))
        .filteredOn(code -> OF_CLASSES.contains(ROOT.relativize(file).toString()))
        .isSubsetOf(classes);
    assertThat(codes)
        .as("packages")
        .filteredOn(code -> PACKAGE.matcher(code).matches())
        .isSubsetOf(packages());
    assertThat(codes)
        .as("files")
        .filteredOn(code -> FILE.matcher(code).matches() && !MADE.matcher(code).find())
        .allSatisfy(code -> assertThat(ROOT.resolve(code)).exists());
    assertThat(LINK.matcher(text).results().map(m -> m.group(1)).toList())
        .as("links")
        .filteredOn(link -> !link.contains(":"))
        .allSatisfy(link -> assertThat(file.resolveSibling(link)).exists());
  }

  private static List<Path> markdown() throws IOException {
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(top, docs)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  private static Set<String> classes() {
    return sources()
        .map(file -> file.getFileName().toString().replace(".java", ""))
        .collect(Collectors.toSet());
  }

  private static Set<String> packages() {
    return sources()
        .map(file -> file.getParent().toString().replaceFirst(".*/java/", "").replace('/', '.'))
        .collect(Collectors.toSet());
  }

  private static Stream<Path> sources() {
    return Stream.of(
            "studies/src/main/java", "studies/src/test/java",
            "analysis/src/main/java", "analysis/src/test/java",
            "stimuli-gen/src/main/java", "stimuli-gen/src/test/java",
            "stimuli-gen-spark/src/main/java", "stimuli-gen-spark/src/test/java",
            "src/main/java", "src/test/java")
        .map(ROOT::resolve)
        .flatMap(DocumentsTest::javaFiles);
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
