package org.xaistudy.server.failure;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.netty.handler.codec.DecoderException;
import io.vertx.core.http.HttpClosedException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.Arrays;
import javax.transaction.xa.XAException;
import org.h2.message.DbException;
import org.h2.mvstore.MVStoreException;

/** Who has to do something about a failure. */
enum Cause {
  /** Who sent it: it cannot be read, or was not sent to its end. */
  INPUT,
  /** Nobody, or who runs the database: it is away, slow or full. */
  DATABASE,
  /** Who writes this program. */
  PROGRAM;

  /** PostgreSQL's class "data exception", such as the character 0, which it stores in no text. */
  private static final String DATA_EXCEPTION = "22";

  private static final String FORMS = "org.jboss.resteasy.reactive.server.core.multipart.";

  static Cause of(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof DecoderException
          || at instanceof HttpClosedException
          || at instanceof JsonProcessingException) {
        return INPUT;
      }
      if (at instanceof SQLException sql) {
        String state = sql.getSQLState();
        return state != null && state.startsWith(DATA_EXCEPTION) ? INPUT : DATABASE;
      }
      if (isMalformedForm(at)) {
        return INPUT;
      }
      if (isOfDatabase(at)) {
        return DATABASE;
      }
    }
    return PROGRAM;
  }

  /**
   * What fails only when it is committed: the transaction manager throws it without a cause, which
   * it tells beside, if at all.
   */
  private static boolean isOfDatabase(Throwable failure) {
    return failure instanceof DbException
        || failure instanceof MVStoreException
        || failure instanceof XAException
        || (failure.getClass().getPackage().equals(RollbackException.class.getPackage())
            && failure.getCause() == null);
  }

  /**
   * What the framework throws while it reads a form: stray percent signs, too many fields. It has
   * no type of its own for that, so it is told by where it comes from.
   */
  private static boolean isMalformedForm(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .map(StackTraceElement::getClassName)
        .takeWhile(name -> !name.startsWith("org.xaistudy."))
        .anyMatch(name -> name.startsWith(FORMS));
  }
}
