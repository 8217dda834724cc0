package org.xaistudy.server.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xaistudy.server.testing.StudiesForTests.ROOMY;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xaistudy.server.testing.RawConnection;
import org.xaistudy.server.testing.StudiesForTests;
import org.xaistudy.server.testing.Visitor;

/** Somebody who opens many requests and never ends them. */
@QuarkusTest
@QuarkusTestResource(StudiesForTests.class)
class HalfSentTest {
  private static final int MANY = 220;

  @Test
  void halfSentRequestsStopNobody() throws IOException {
    Visitor visitor = Visitor.enrolledIn(ROOMY).throughPractice();
    String answer = "/api/runs/" + visitor.run().substring("/r/".length()) + "/trials/3/answer";
    List<RawConnection> halfSent = new ArrayList<>();
    try {
      for (int i = 0; i < MANY; i++) {
        RawConnection connection = new RawConnection(RestAssured.port);
        connection.sendHalf("PUT", answer, "Content-Type: application/json\r\n", 60);
        halfSent.add(connection);
      }
      long start = System.nanoTime();
      assertThat(Visitor.at(visitor.run()).heading()).isEqualTo("Picture 1 of 4");
      assertThat(System.nanoTime() - start).as("nobody waits for them").isLessThan(10_000_000_000L);
    } finally {
      for (RawConnection connection : halfSent) {
        connection.close();
      }
    }
  }
}
