package org.xaistudy.server.bundle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xaistudy.server.testing.StudiesForTests.ROOMY;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** What a replica says when another one was started with other files, on either database. */
abstract class SameFilesRules {
  @Test
  void aReplicaWithOlderFilesIsNotReady() {
    assertThat(ready().statusCode()).isEqualTo(200);
    StudyVersion other = QuarkusTransaction.requiringNew().call(SameFilesRules::openOtherFiles);
    try {
      Response response = ready();
      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.jsonPath().getString("checks.data." + ROOMY))
          .contains("this server opened version 1", "version 2", "start it again");
    } finally {
      QuarkusTransaction.requiringNew().run(() -> StudyVersion.deleteById(other.id));
    }
    assertThat(ready().statusCode()).isEqualTo(200);
  }

  /** What another replica writes when it starts. */
  private static StudyVersion openOtherFiles() {
    StudyVersion version = new StudyVersion();
    version.study = ROOMY;
    version.versionNumber = 2;
    version.studySha256 = "other";
    version.stimuliSha256 = "other";
    version.state = StudyState.LIVE;
    version.persist();
    return version;
  }

  private static Response ready() {
    return given().get("/q/health/ready");
  }
}
