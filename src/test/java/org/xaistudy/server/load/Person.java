package org.xaistudy.server.load;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xaistudy.server.environment.Tokens;
import org.xaistudy.server.testing.RawConnection;

/** Takes part by the API. */
final class Person {
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
  private static final Pattern PLACE = Pattern.compile("\"place\":(\\d+)");
  private final String run;
  private int next = 1;

  private Person(String run) {
    this.run = run;
  }

  /** Agrees. */
  static Person enrolled(RawConnection server, String study, Tokens tokens) throws IOException {
    RawConnection.Reply reply =
        server.sendJson(
            "POST",
            "/api/studies/" + study + "/runs",
            "{\"key\":\"%s\",\"consentVersion\":1}".formatted(tokens.secret()));
    require(reply, 201);
    Matcher token = TOKEN.matcher(reply.body());
    require(reply, token.find());
    return new Person("/api/runs/" + token.group(1));
  }

  /** Reads the instructions, and so comes to the first trial. */
  Person instructed(RawConnection server) throws IOException {
    require(server.sendJson("POST", run + "/instructions", ""), 200);
    return this;
  }

  /**
   * Answers the next trial.
   *
   * @return whether there is another one
   */
  boolean answer(RawConnection server) throws IOException {
    RawConnection.Reply reply =
        server.sendJson(
            "PUT",
            run + "/trials/" + next + "/answer",
            "{\"answer\":\"yes\",\"confidence\":5,\"clarity\":5}");
    require(reply, 200);
    Matcher place = PLACE.matcher(reply.body());
    next++;
    return place.find();
  }

  private static void require(RawConnection.Reply reply, int status) {
    require(reply, reply.status() == status);
  }

  private static void require(RawConnection.Reply reply, boolean holds) {
    if (!holds) {
      throw new AssertionError("unexpected: " + reply);
    }
  }
}
