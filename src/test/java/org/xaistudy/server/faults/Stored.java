package org.xaistudy.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a database holds of a study in the end. */
final class Stored {
  private final Connection connection;
  private final String study;

  Stored(Connection connection, String study) {
    this.connection = connection;
    this.study = study;
  }

  /** Every answer that was acknowledged is there, once, and every arm has its people. */
  void check(List<Bots.Acknowledged> acknowledged, int perArm) throws SQLException {
    assertThat(acknowledged)
        .as("nobody is asked again for an answer that was acknowledged")
        .doesNotHaveDuplicates();
    List<Bots.Acknowledged> answers = answers();
    assertThat(answers).doesNotHaveDuplicates().containsAll(acknowledged);
    assertThat(
            counts(
                """
                select p.method, count(*) from place p join study_version v on v.id = p.version_id
                where v.study = ? and p.completed group by p.method"""))
        .as("full, and no arm beyond its cap")
        .hasSize(5)
        .allSatisfy((arm, completed) -> assertThat(completed).as(arm).isEqualTo(perArm));
    assertThat(
            counts(
                """
                select method, count(*) from run
                where study = ? and completed_at is not null group by method"""))
        .as("whoever is told that it counts, counts")
        .allSatisfy((arm, completed) -> assertThat(completed).as(arm).isEqualTo(perArm));
    System.out.printf(
        "%d answers acknowledged, %d stored, none lost, none twice; %d people in each arm%n",
        acknowledged.size(), answers.size(), perArm);
  }

  private List<Bots.Acknowledged> answers() throws SQLException {
    List<Bots.Acknowledged> stored = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select r.token, t.position_in_run from answer a
            join trial t on t.id = a.trial_id join run r on r.id = t.run_id where r.study = ?""")) {
      query.setString(1, study);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          stored.add(new Bots.Acknowledged(row.getString(1), row.getInt(2)));
        }
      }
    }
    return stored;
  }

  private Map<String, Integer> counts(String sql) throws SQLException {
    Map<String, Integer> counts = new TreeMap<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, study);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          counts.put(row.getString(1), row.getInt(2));
        }
      }
    }
    return counts;
  }
}
