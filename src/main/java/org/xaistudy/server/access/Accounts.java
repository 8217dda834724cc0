package org.xaistudy.server.access;

import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.xaistudy.server.environment.Tokens;

/** The accounts besides the one of the configuration. */
@ApplicationScoped
public class Accounts {
  /** What a name may be. */
  public static final String NAME = "[A-Za-z0-9][A-Za-z0-9._@-]{0,62}";

  private static final int GENERATED_LENGTH = 16;
  private final Passes passes;
  private final Tokens tokens;
  private final Clock clock;

  Accounts(Passes passes, Tokens tokens, Clock clock) {
    this.passes = passes;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** All of them, by name. */
  @Transactional
  public List<Account> all() {
    return Account.list("order by name");
  }

  /**
   * Makes an account, or gives the one of that name another role and password; sessions and tokens
   * that it had are over.
   *
   * @return the password, which nobody can read again
   */
  @Transactional
  public String give(String name, Role role) {
    String password = tokens.readable(GENERATED_LENGTH);
    Optional<Account> found = Account.find("name", name).firstResultOptional();
    Account account = found.orElseGet(Account::new);
    account.name = name;
    account.role = role.written();
    account.password = BcryptUtil.bcryptHash(password);
    if (found.isEmpty()) {
      account.createdAt = clock.instant();
      account.persist();
    }
    passes.revokeAll(name);
    return password;
  }

  /**
   * Removes an account with its sessions and tokens.
   *
   * @return whether it was there
   */
  @Transactional
  public boolean remove(String name) {
    passes.revokeAll(name);
    return Account.delete("name", name) > 0;
  }
}
