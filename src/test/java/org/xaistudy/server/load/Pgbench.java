package org.xaistudy.server.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PostgreSQL's own measure: transactions of the shape of an answer – a run is locked, its trials
 * are read, an answer is inserted, a place and a trial are updated – without a program in between.
 */
final class Pgbench {
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without");
  private static final String TABLES =
      """
      drop schema if exists xaistudy_pgbench cascade;
      create schema xaistudy_pgbench;
      set search_path = xaistudy_pgbench;
      create table run (id int primary key, token text unique, note text);
      create table place (id int primary key, run_id int unique, until timestamptz);
      create table trial (id serial primary key, run_id int, position int, shown timestamptz,
        unique (run_id, position));
      create table answer (id bigserial primary key, trial_id int references trial, said int);
      insert into run select i, 'token-' || i, repeat('x', 300) from generate_series(1, 2000) i;
      insert into place select i, i, now() from generate_series(1, 2000) i;
      insert into trial (run_id, position)
        select i, j from generate_series(1, 2000) i, generate_series(1, 16) j;
      """;
  private static final String TRANSACTION =
      """
      \\set run random(1, 2000)
      \\set position random(1, 16)
      begin;
      select * from run where token = 'token-' || :run for no key update;
      select t.*, a.said from trial t left join answer a on a.id = -t.id where t.run_id = :run order by position;
      insert into answer (trial_id, said) select id, 1 from trial where run_id = :run and position = :position;
      update place set until = now() where run_id = :run;
      update trial set shown = now() where run_id = :run and position = :position;
      commit;
      """;
  private final Path folder;

  private Pgbench(Path folder) {
    this.folder = folder;
  }

  /** Whether this machine has it. */
  static boolean isThere() {
    try {
      return new ProcessBuilder("pgbench", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static Pgbench prepared(Path folder) throws IOException, InterruptedException {
    Pgbench bench = new Pgbench(folder);
    Files.writeString(folder.resolve("tables.sql"), TABLES);
    Files.writeString(folder.resolve("transaction.sql"), TRANSACTION);
    bench.run("psql", "-q", "-v", "ON_ERROR_STOP=1", "-f", folder.resolve("tables.sql").toString());
    return bench;
  }

  /** Transactions in a second. */
  double measure(int clients, int seconds) throws IOException, InterruptedException {
    String said =
        run(
            "pgbench",
            "-n",
            "-M",
            "prepared",
            "-c",
            String.valueOf(clients),
            "-j",
            "2",
            "-T",
            String.valueOf(seconds),
            "-f",
            folder.resolve("transaction.sql").toString());
    Matcher rate = RATE.matcher(said);
    if (!rate.find()) {
      throw new IOException("pgbench said: " + said);
    }
    return Double.parseDouble(rate.group(1));
  }

  private String run(String... command) throws IOException, InterruptedException {
    ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
    process.environment().put("PGHOST", "127.0.0.1");
    process.environment().put("PGUSER", "postgres");
    process.environment().put("PGDATABASE", "test");
    process.environment().put("PGOPTIONS", "-c search_path=xaistudy_pgbench");
    Process running = process.start();
    String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (running.waitFor() != 0) {
      throw new IOException(String.join(" ", List.of(command)) + " said: " + said);
    }
    return said;
  }
}
