package org.xaistudy.server.faults;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xaistudy.server.environment.Tokens;
import org.xaistudy.server.testing.RawConnection;

/**
 * One that takes part by the API, over whatever server answers, and notes what was acknowledged. It
 * sends again what it gets no answer to, as a person reloads.
 */
final class Bot {
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
  private static final Pattern STEP = Pattern.compile("\"step\":\"([A-Z_]+)\"");
  private static final Pattern PLACE = Pattern.compile("\"place\":(\\d+)");
  private static final String FULL = "all places are taken";
  private static final int PAUSE_MS = 200;

  private final Tokens tokens = new Tokens();
  private final Random random;
  private final Bots crowd;

  Bot(Random random, Bots crowd) {
    this.random = random;
    this.crowd = crowd;
  }

  /** Takes part again and again, until all places are taken. */
  void takePart() throws InterruptedException {
    while (true) {
      String state =
          insist(
              "POST",
              "/api/studies/" + crowd.study() + "/runs",
              "{\"key\":\"%s\",\"consentVersion\":1}".formatted(tokens.secret()));
      Matcher token = TOKEN.matcher(state);
      if (!token.find()) {
        if (!state.contains(FULL)) {
          crowd.unexpected(state);
        }
        return;
      }
      goThrough(token.group(1), state);
    }
  }

  private void goThrough(String token, String begun) throws InterruptedException {
    String run = "/api/runs/" + token;
    String state = begun;
    while (true) {
      Matcher step = STEP.matcher(state);
      if (!step.find()) {
        state = insist("GET", run, "");
      } else if (step.group(1).equals("INSTRUCTIONS")) {
        state = insist("POST", run + "/instructions", "");
      } else if (step.group(1).equals("JUDGE")) {
        state = judge(token, run, state);
      } else {
        return;
      }
    }
  }

  private String judge(String token, String run, String shown) throws InterruptedException {
    Matcher place = PLACE.matcher(shown);
    place.find();
    int position = Integer.parseInt(place.group(1));
    String answer =
        "{\"answer\":\"%s\",\"confidence\":5,\"clarity\":5}"
            .formatted(random.nextBoolean() ? "yes" : "no");
    crowd.awaitTurn();
    String state = insist("PUT", run + "/trials/" + position + "/answer", answer);
    if (STEP.matcher(state).find()) {
      crowd.acknowledged(new Bots.Acknowledged(token, position));
    }
    return state;
  }

  /** Sends until a server answers; a refusal, which has no step, is an answer too. */
  private String insist(String method, String path, String json) throws InterruptedException {
    while (true) {
      List<Integer> ports = crowd.ports();
      try (RawConnection server = new RawConnection(ports.get(random.nextInt(ports.size())))) {
        RawConnection.Reply reply = server.sendJson(method, path, json);
        if (reply.status() < 500) {
          return reply.body();
        }
        if (reply.status() != 503 || !reply.type().equals("application/problem+json")) {
          crowd.unexpected(reply.toString());
        }
      } catch (SocketTimeoutException e) {
        crowd.unexpected(method + " " + path + " had no answer at all");
      } catch (IOException e) {
        // The server is away; somebody else, or the same one, will be back.
      }
      Thread.sleep(PAUSE_MS);
    }
  }
}
