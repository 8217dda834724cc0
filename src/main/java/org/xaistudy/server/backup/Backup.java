package org.xaistudy.server.backup;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Copies the embedded database into a ZIP file, whole or not at all, while people go on. */
@ApplicationScoped
public class Backup {
  private static final Logger LOG = Logger.getLogger(Backup.class);
  private static final String PREFIX = "xai-study-";
  private static final String SUFFIX = ".zip";
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final BackupConfig config;
  private final DataSource database;
  private final Clock clock;
  private final boolean embedded;

  Backup(
      BackupConfig config,
      DataSource database,
      Clock clock,
      @ConfigProperty(name = "quarkus.datasource.db-kind") String kind) {
    this.config = config;
    this.database = database;
    this.clock = clock;
    embedded = kind.equals("h2");
  }

  void explain(@Observes StartupEvent event) {
    if (config.folder().isPresent() && !embedded) {
      LOG.warn("xaistudy.backup is for the embedded database; PostgreSQL has pg_dump");
    }
  }

  @Scheduled(
      every = "{xaistudy.backup.every}",
      delayed = "10s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void regularly() {
    if (embedded && config.folder().isPresent()) {
      try {
        Path copy = copyInto(config.folder().get());
        forgetOld(config.folder().get());
        LOG.debugf("backed up to %s", copy);
      } catch (IOException | SQLException e) {
        LOG.errorf("No backup was made in %s: %s", config.folder().get(), e.getMessage());
      }
    }
  }

  /**
   * Makes a copy now.
   *
   * @return the ZIP file, named after the time in UTC
   */
  Path copyInto(Path folder) throws IOException, SQLException {
    Files.createDirectories(folder);
    Path part = folder.resolve("." + PREFIX + "unfinished" + SUFFIX);
    try (Connection connection = database.getConnection();
        PreparedStatement backup = connection.prepareStatement("backup to ?")) {
      backup.setString(1, part.toAbsolutePath().toString());
      backup.execute();
    }
    Path whole = folder.resolve(PREFIX + NAME.format(clock.instant()) + SUFFIX);
    return Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
  }

  private void forgetOld(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> copies =
          files
              .filter(file -> file.getFileName().toString().matches(PREFIX + ".*\\" + SUFFIX))
              .sorted(Comparator.reverseOrder())
              .toList();
      for (Path old : copies.subList(Math.min(config.keep(), copies.size()), copies.size())) {
        Files.delete(old);
      }
    }
  }
}
