package org.xaistudy.server.commandline;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What the researcher's pages can do, from a terminal. */
@Command(
    name = "researcher",
    mixinStandardHelpOptions = true,
    description = {
      "Does on a running server what the researcher's pages do, with a token from /researcher/access",
      "and by the same rules."
    },
    footer = {
      "",
      "Example:",
      "  researcher --token TOKEN close border-artefact --reason \"everybody we could find\""
    })
@SuppressWarnings("NullAway.Init") // picocli sets options and parameters
final class ResearcherCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--url",
      scope = ScopeType.INHERIT,
      defaultValue = "http://localhost:8080",
      description = "Where the server is (default: ${DEFAULT-VALUE}).")
  private URI url;

  @Option(
      names = "--token",
      scope = ScopeType.INHERIT,
      defaultValue = "${env:XAISTUDY_TOKEN}",
      description = "The token; or XAISTUDY_TOKEN.")
  private @Nullable String token;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected a command");
  }

  /** Something asked of the server. */
  private interface Request {
    /** Asks, and gives what is to be printed. */
    String ask(DeskClient desk) throws IOException, InterruptedException;
  }

  private int carryOut(Request request) throws InterruptedException {
    if (token == null) {
      throw new ParameterException(spec.commandLine(), "--token: expected a token");
    }
    try {
      String said = request.ask(new DeskClient(url, token));
      if (!said.isEmpty()) {
        System.out.println(said);
      }
      return 0;
    } catch (IOException e) {
      System.err.println(e.getMessage() == null ? "cannot reach " + url : e.getMessage());
      return 1;
    }
  }

  private int become(String study, String state, String reason) throws InterruptedException {
    return carryOut(
        desk -> desk.send(path(study, "/state"), Map.of("state", state, "reason", reason)));
  }

  private static String path(String study, String rest) {
    return "/researcher/" + DeskClient.encode(study) + rest;
  }

  @Command(description = "Lists the studies and how far they are.")
  int studies() throws InterruptedException {
    return carryOut(desk -> desk.get("/researcher/studies.csv").strip());
  }

  @Command(description = "Makes it a draft again.")
  int draft(@Parameters(paramLabel = "STUDY") String study) throws InterruptedException {
    return become(study, "draft", "");
  }

  @Command(description = "Shows it around: the participants' link works as a preview.")
  int preview(@Parameters(paramLabel = "STUDY") String study) throws InterruptedException {
    return become(study, "preview", "");
  }

  @Command(description = "Opens it, or opens it again.")
  int open(@Parameters(paramLabel = "STUDY") String study) throws InterruptedException {
    return become(study, "live", "");
  }

  @Command(description = "Takes nobody in for a while.")
  int pause(@Parameters(paramLabel = "STUDY") String study) throws InterruptedException {
    return become(study, "paused", "");
  }

  @Command(description = "Closes it for good.")
  int close(
      @Parameters(paramLabel = "STUDY") String study,
      @Option(names = "--reason", required = true) String reason)
      throws InterruptedException {
    return become(study, "closed", reason);
  }

  @Command(name = "add-places", description = "Adds places to each arm.")
  int addPlaces(
      @Parameters(paramLabel = "STUDY") String study,
      @Parameters(paramLabel = "N") int more,
      @Option(names = "--reason", required = true) String reason)
      throws InterruptedException {
    return carryOut(
        desk ->
            desk.send(
                path(study, "/places"), Map.of("more", String.valueOf(more), "reason", reason)));
  }

  @Command(description = "Lets the truth be told before the end.")
  int unblind(
      @Parameters(paramLabel = "STUDY") String study,
      @Option(names = "--reason", required = true) String reason)
      throws InterruptedException {
    return carryOut(desk -> desk.send(path(study, "/unblinding"), Map.of("reason", reason)));
  }

  @Command(description = "Approves or excludes somebody's answers.")
  int decide(
      @Parameters(paramLabel = "STUDY") String study,
      @Parameters(paramLabel = "PARTICIPANT") String participant,
      @Parameters(paramLabel = "approve|exclude") String decision,
      @Option(names = "--reason", required = true) String reason)
      throws InterruptedException {
    return carryOut(
        desk ->
            desk.send(
                path(study, "/people"),
                Map.of("participant", participant, "decision", decision, "reason", reason)));
  }

  @Command(description = "Deletes somebody's answers for good.")
  int delete(
      @Parameters(paramLabel = "STUDY") String study,
      @Parameters(paramLabel = "PARTICIPANT") String participant)
      throws InterruptedException {
    return carryOut(
        desk -> desk.send(path(study, "/deletion/confirmed"), Map.of("participant", participant)));
  }

  @Command(description = "Says what is wrong with the study's files as they are now.")
  int validate(@Parameters(paramLabel = "STUDY") String study) throws InterruptedException {
    return carryOut(desk -> desk.get(path(study, "/validation.txt")).strip());
  }

  @Command(
      description = {
        "Keeps a file: archive.zip, responses.csv, participants.csv, behaviour.csv, assignment.csv,",
        "decisions.csv, payments.csv, comments.csv, personal-links.csv; report, report/first-plan,",
        "report/later-plan; versions/1/editions/1/study.yaml."
      })
  int download(
      @Parameters(paramLabel = "STUDY") String study,
      @Parameters(paramLabel = "FILE") String file,
      @Option(names = "--out", paramLabel = "PATH") @Nullable Path out)
      throws InterruptedException {
    String name = file.startsWith("report") ? file.replace('/', '-') + ".html" : file;
    return carryOut(
        desk -> {
          desk.keep(
              path(study, "/" + file),
              out == null ? Path.of(name.substring(name.lastIndexOf('/') + 1)) : out);
          return "";
        });
  }

  @Command(
      description = {
        "Takes the planned look that is due, and keeps its page, report-interim.html. That it was",
        "taken is published with the results."
      })
  int interim(
      @Parameters(paramLabel = "STUDY") String study,
      @Option(names = "--out", paramLabel = "PATH", defaultValue = "report-interim.html") Path out)
      throws InterruptedException {
    return carryOut(
        desk -> {
          desk.send(path(study, "/report/interim"), Map.of());
          desk.keep(path(study, "/report/interim"), out);
          return "";
        });
  }

  @Command(description = "Lists how many people came how far, page by page; as CSV.")
  int progress(@Parameters(paramLabel = "STUDY") String study) throws InterruptedException {
    return carryOut(desk -> desk.get(path(study, "/progress.csv")).strip());
  }

  @Command(description = "Lists how people went about it, and what looks odd; as CSV.")
  int people(@Parameters(paramLabel = "STUDY") String study) throws InterruptedException {
    return carryOut(desk -> desk.get(path(study, "/people.csv")).strip());
  }

  @Command(description = "Says what to set on each platform.")
  int platforms(@Parameters(paramLabel = "STUDY") String study) throws InterruptedException {
    return carryOut(desk -> desk.get(path(study, "/platforms.txt")).strip());
  }

  @Command(description = "Lists bonuses for a platform's bulk upload, when the study is over.")
  int bonuses(
      @Parameters(paramLabel = "STUDY") String study,
      @Option(
              names = "--ids",
              required = true,
              paramLabel = "FILE",
              description = "The platform's ids of the people, one a line.")
          Path ids,
      @Option(
              names = "--each",
              required = true,
              paramLabel = "AMOUNT",
              description = "For each right answer, such as 0.05.")
          String each,
      @Option(
              names = "--most",
              required = true,
              paramLabel = "AMOUNT",
              description = "At most so much for one person.")
          String most,
      @Option(
              names = "--form",
              defaultValue = "lines",
              paramLabel = "lines|mturk",
              description = "Lines as Prolific and Connect take them, or MTurk's columns.")
          String form)
      throws InterruptedException {
    return carryOut(
        desk ->
            desk.textFor(
                    path(study, "/bonuses"),
                    Map.of("ids", read(ids), "each", each, "most", most, "form", form))
                .strip());
  }

  private static String read(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IOException("--ids: cannot read " + file, e);
    }
  }

  @Command(description = "Prints the address of one page as people see it; it never counts.")
  int look(
      @Parameters(paramLabel = "STUDY") String study,
      @Option(names = "--method", required = true) String method,
      @Option(names = "--language", defaultValue = "en") String language,
      @Option(
              names = "--trial",
              defaultValue = "1",
              description = "Its number in the whole order; 0 is the beginning.")
          int trial)
      throws InterruptedException {
    return carryOut(
        desk ->
            desk.shownFor(
                    path(study, "/look"),
                    Map.of("method", method, "language", language, "trial", String.valueOf(trial)))
                .toString());
  }

  @Command(
      name = "walkthrough",
      description = "Keeps every page of every method and language on one sheet, in one file.")
  int walkThrough(
      @Parameters(paramLabel = "STUDY") String study,
      @Option(names = "--out", paramLabel = "PATH", defaultValue = "walkthrough.html") Path out)
      throws InterruptedException {
    return carryOut(
        desk -> {
          String page = desk.get(path(study, "/walkthrough"));
          Files.writeString(out, new SelfContained(desk).of(page));
          return "";
        });
  }

  @Command(description = "Lists accounts, as CSV.")
  int accounts() throws InterruptedException {
    return carryOut(desk -> desk.get("/researcher/access/accounts.csv").strip());
  }

  @Command(description = "Lists your tokens, for an owner everybody's, as CSV.")
  int tokens() throws InterruptedException {
    return carryOut(desk -> desk.get("/researcher/access/tokens.csv").strip());
  }

  @Command(description = "Lists who changed or fetched what, as CSV.")
  int log() throws InterruptedException {
    return carryOut(desk -> desk.get("/researcher/access/log.csv").strip());
  }

  @Command(description = "Revokes a token by its number.")
  int revoke(@Parameters(paramLabel = "NUMBER") long number) throws InterruptedException {
    return carryOut(
        desk ->
            desk.send(
                "/researcher/access/tokens/removal", Map.of("token", String.valueOf(number))));
  }

  @Command(description = "Gives an account, or a new password; prints the password.")
  int account(
      @Parameters(paramLabel = "NAME") String name,
      @Parameters(paramLabel = "viewer|analyst|owner") String role)
      throws InterruptedException {
    return carryOut(
        desk -> desk.send("/researcher/access/accounts", Map.of("name", name, "role", role)));
  }

  @Command(name = "remove-account", description = "Removes an account.")
  int removeAccount(@Parameters(paramLabel = "NAME") String name) throws InterruptedException {
    return carryOut(desk -> desk.send("/researcher/access/accounts/removal", Map.of("name", name)));
  }

  @Command(description = "Makes a token; prints it.")
  int token(
      @Parameters(paramLabel = "LABEL") String label,
      @Parameters(paramLabel = "viewer|analyst|owner") String role,
      @Option(names = "--days", defaultValue = "30") int days)
      throws InterruptedException {
    return carryOut(
        desk ->
            desk.send(
                "/researcher/access/tokens",
                Map.of("label", label, "role", role, "days", String.valueOf(days))));
  }
}
