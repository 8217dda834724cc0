package org.xaistudy.server.commandline;

import java.io.IOException;
import java.net.URI;
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
        "decisions.csv, payments.csv, comments.csv, personal-links.csv, report."
      })
  int download(
      @Parameters(paramLabel = "STUDY") String study,
      @Parameters(paramLabel = "FILE") String file,
      @Option(names = "--out", paramLabel = "PATH") @Nullable Path out)
      throws InterruptedException {
    String name = file.equals("report") ? "report.html" : file;
    return carryOut(
        desk -> {
          desk.keep(path(study, "/" + file), out == null ? Path.of(name) : out);
          return "";
        });
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
