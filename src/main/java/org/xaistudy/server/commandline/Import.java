package org.xaistudy.server.commandline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.studies.document.Sha256;
import org.xaistudy.studies.manifest.StimulusBundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a study of an archive, as it was for its first participant. */
@Command(
    name = "import",
    sortOptions = false,
    description = {
      "Makes a study of an archive: the same files that its first participant saw.",
      "",
      "A server that runs all studies below ./studies finds it within seconds. Answers stay in the",
      "archive; the analysis reads them there."
    })
final class Import implements Callable<Integer> {
  private static final String SUMS = "SHA256SUMS";
  private static final String BETWEEN = "  ";
  private static final String STUDY = "study.yaml";

  @Parameters(paramLabel = "archive.zip", description = "An archive that a server handed out.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path archive;

  @Option(
      names = "--to",
      defaultValue = "studies",
      paramLabel = "DIR",
      description = "Where studies lie (default: ${DEFAULT-VALUE}); a folder is made below it.")
  @SuppressWarnings("NullAway.Init")
  private Path to;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  @SuppressWarnings("unused") // picocli asks for it
  private boolean help;

  @Override
  public Integer call() {
    try {
      System.out.println("made " + unpack());
      return 0;
    } catch (InvalidFileException | IOException e) {
      System.err.println(archive + ": " + e.getMessage());
      return 1;
    }
  }

  /** Whole or not at all: beside its place first, then by one move. */
  private Path unpack() throws IOException {
    Files.createDirectories(to);
    Path building = Files.createTempDirectory(to, ".import-");
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      Map<String, String> sums = sums(zip);
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        unpack(zip, entry, sums, building);
      }
      String id = StimulusBundle.open(StudyFile.read(building)).study().study().id();
      Path place = to.resolve(id);
      if (Files.exists(place)) {
        throw new FileAlreadyExistsException(place.toString(), null, "is there already");
      }
      return Files.move(building, place, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      remove(building);
    }
  }

  private static Map<String, String> sums(ZipFile zip) throws IOException {
    Map<String, String> sums = new HashMap<>();
    new String(bytes(zip, SUMS), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains(BETWEEN))
        .forEach(
            line -> {
              int gap = line.indexOf(BETWEEN);
              sums.put(line.substring(gap + BETWEEN.length()), line.substring(0, gap));
            });
    return sums;
  }

  private static void unpack(ZipFile zip, ZipEntry entry, Map<String, String> sums, Path folder)
      throws IOException {
    String name = entry.getName();
    boolean image = name.matches(StimulusBundle.FOLDER + "/[A-Za-z0-9][A-Za-z0-9._-]*");
    if (!image && !name.equals(STUDY) && !name.equals(StimulusBundle.MANIFEST)) {
      return;
    }
    byte[] bytes = bytes(zip, name);
    if (!Sha256.of(bytes).equals(sums.get(name))) {
      throw new IOException(name + " was altered: its checksum is not the one in " + SUMS);
    }
    Path file =
        name.equals(StimulusBundle.MANIFEST)
            ? folder.resolve(StimulusBundle.FOLDER).resolve(name)
            : folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private static byte[] bytes(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("no " + name + " in it");
    }
    try (InputStream content = zip.getInputStream(entry)) {
      return content.readAllBytes();
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
