package org.xaistudy.server.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xaistudy.server.environment.Tokens;
import org.xaistudy.server.testing.RawConnection;

/**
 * Take part by the API, over whatever server answers, and note what was acknowledged. A bot that
 * gets no answer sends the same again, as a person reloads.
 */
final class Bots implements AutoCloseable {
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
  private static final Pattern STEP = Pattern.compile("\"step\":\"([A-Z_]+)\"");
  private static final Pattern PLACE = Pattern.compile("\"place\":(\\d+)");
  private static final int PAUSE_MS = 200;

  private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
  private final Tokens tokens = new Tokens();
  private final ExecutorService crowd;
  private final List<Future<?>> working = new ArrayList<>();
  private final String study;
  private final int[] ports;
  private volatile boolean more = true;

  /**
   * An answer that the server said is stored.
   *
   * @param token of the run
   * @param position of the trial
   */
  record Acknowledged(String token, int position) {}

  Bots(int bots, String study, int... ports) {
    this.study = study;
    this.ports = ports;
    crowd = Executors.newFixedThreadPool(bots);
    for (int bot = 0; bot < bots; bot++) {
      Random random = new Random(bot);
      working.add(crowd.submit(() -> takePart(random)));
    }
  }

  /** Lets everybody who has begun go on to the end, and nobody begin. */
  List<Acknowledged> finish() throws Exception {
    more = false;
    for (Future<?> bot : working) {
      bot.get();
    }
    return List.copyOf(acknowledged);
  }

  /** What was neither an answer nor a failure that may be. */
  List<String> unexpected() {
    return List.copyOf(unexpected);
  }

  int answers() {
    return acknowledged.size();
  }

  private void takePart(Random random) {
    while (more) {
      String key = tokens.secret();
      String state =
          insist(
              random,
              "POST",
              "/api/studies/" + study + "/runs",
              "{\"key\":\"%s\",\"consentVersion\":1}".formatted(key));
      Matcher token = TOKEN.matcher(state);
      if (token.find()) {
        goThrough(random, token.group(1), state);
      } else {
        more = false; // all places are taken
      }
    }
  }

  private void goThrough(Random random, String token, String begun) {
    String run = "/api/runs/" + token;
    String state = begun;
    while (true) {
      Matcher step = STEP.matcher(state);
      if (!step.find()) {
        state = insist(random, "GET", run, "");
      } else if (step.group(1).equals("INSTRUCTIONS")) {
        state = insist(random, "POST", run + "/instructions", "");
      } else if (step.group(1).equals("JUDGE")) {
        Matcher place = PLACE.matcher(state);
        place.find();
        int position = Integer.parseInt(place.group(1));
        String answer =
            "{\"answer\":\"%s\",\"confidence\":5,\"clarity\":5}"
                .formatted(random.nextBoolean() ? "yes" : "no");
        state = insist(random, "PUT", run + "/trials/" + position + "/answer", answer);
        if (STEP.matcher(state).find()) {
          acknowledged.add(new Acknowledged(token, position));
        }
      } else {
        return;
      }
    }
  }

  /** Sends until a server answers; a refusal, which has no step, is an answer too. */
  private String insist(Random random, String method, String path, String json) {
    while (true) {
      int port = ports[random.nextInt(ports.length)];
      try (RawConnection server = new RawConnection(port)) {
        RawConnection.Reply reply = server.sendJson(method, path, json);
        if (reply.status() < 500) {
          return reply.body();
        }
        // A server that is stopping finishes what it has begun and refuses more without a word.
        boolean stopping = reply.status() == 503 && reply.type().isEmpty();
        if (!stopping && !reply.type().equals("application/problem+json")) {
          unexpected.add(reply.toString());
        }
      } catch (IOException e) {
        // The server is away; somebody else, or the same one, will be back.
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("nobody interrupts bots", e);
    }
  }

  @Override
  public void close() {
    crowd.shutdownNow();
  }
}
