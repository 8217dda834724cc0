package org.xaistudy.server.failure;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;

/** Who is told of a failure, and whether people are asked to come again in a moment. */
class CauseTest {
  @Test
  void aDatabaseThatFailsOnlyAtTheCommitIsTheDatabase() {
    XAException refused = new XAException("cannot commit");
    refused.initCause(new SQLException("no space left on the disk", "53100"));
    RollbackException rolledBack = new RollbackException("cannot commit");
    rolledBack.addSuppressed(refused);
    assertThat(Cause.of(new IllegalStateException(rolledBack))).isEqualTo(Cause.DATABASE);
  }

  @Test
  void whatTheDatabaseCannotStoreIsTheSenders() {
    SQLException nul = new SQLException("invalid byte sequence", "22021");
    assertThat(Cause.of(new IllegalStateException(nul))).isEqualTo(Cause.INPUT);
  }

  @Test
  void everythingElseIsTheProgram() {
    IllegalStateException wrong = new IllegalStateException("wrong");
    wrong.addSuppressed(new SQLException("while closing"));
    assertThat(Cause.of(wrong)).isEqualTo(Cause.PROGRAM);
  }
}
