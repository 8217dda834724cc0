package org.xaistudy.server.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.xaistudy.server.environment.Tokens;
import org.xaistudy.studies.document.Sha256;

/**
 * Gives out, checks and revokes passes. The database holds their hashes only; 192 random bits need
 * no salt.
 */
@ApplicationScoped
public class Passes {
  /** What tokens of programs begin with, so that scanners for leaked secrets find them. */
  public static final String PREFIX = "xaistudy-";

  /** A working day; then one logs in again. */
  public static final Duration SESSION = Duration.ofHours(12);

  private final Tokens tokens;
  private final Clock clock;

  Passes(Tokens tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Lets a browser in for a while; gives the value of its cookie. */
  @Transactional
  public String session(String account, Role role) {
    Pass.delete("expiresAt <= ?1", clock.instant());
    return give(account, role, "session", true, SESSION);
  }

  /**
   * Gives a program a token, which nobody can read again.
   *
   * @param role at most the owner's
   * @param label what it is for
   */
  @Transactional
  public String token(String account, Role role, String label, Duration lasting) {
    return give(account, role, label, false, lasting);
  }

  private String give(
      String account, Role role, String label, boolean forBrowser, Duration lasting) {
    String secret = PREFIX + tokens.secret();
    Instant now = clock.instant();
    Pass pass = new Pass();
    pass.hash = hash(secret);
    pass.account = account;
    pass.role = role.written();
    pass.label = label;
    pass.forBrowser = forBrowser;
    pass.createdAt = now;
    pass.expiresAt = now.plus(lasting);
    pass.persist();
    return secret;
  }

  /** Who shows this; empty if nobody can with it, or no longer. */
  @Transactional
  Optional<SecurityIdentity> identity(String secret, boolean forBrowser) {
    return Pass.<Pass>find(
            "hash = ?1 and forBrowser = ?2 and expiresAt > ?3",
            hash(secret),
            forBrowser,
            clock.instant())
        .firstResultOptional()
        .map(
            pass ->
                QuarkusSecurityIdentity.builder()
                    .setPrincipal(new QuarkusPrincipal(pass.account))
                    .addRoles(roles(pass.role))
                    .build());
  }

  private static Set<String> roles(String written) {
    return Role.named(written).stream()
        .flatMap(role -> role.included().stream())
        .map(Role::written)
        .collect(Collectors.toSet());
  }

  /** The tokens of an account that still stand for its password, the latest first. */
  @Transactional
  public List<Pass> tokensOf(String account) {
    return tokens("account = ?1", account);
  }

  /** The tokens of all other accounts that still stand for a password, the latest first. */
  @Transactional
  public List<Pass> tokensOfOthers(String account) {
    return tokens("account <> ?1", account);
  }

  private List<Pass> tokens(String whose, String account) {
    return Pass.list(
        whose + " and forBrowser = false and expiresAt > ?2 order by id desc",
        account,
        clock.instant());
  }

  /** Revokes a token, whosever it is. */
  @Transactional
  public boolean revoke(long id) {
    return Pass.delete("id = ?1 and forBrowser = false", id) > 0;
  }

  /** Revokes a token of an account. */
  @Transactional
  public boolean revoke(String account, long id) {
    return Pass.delete("account = ?1 and id = ?2 and forBrowser = false", account, id) > 0;
  }

  /** Revokes what a browser holds. */
  @Transactional
  public void end(String secret) {
    Pass.delete("hash", hash(secret));
  }

  /** Revokes everything of an account. */
  @Transactional
  public void revokeAll(String account) {
    Pass.delete("account", account);
  }

  private static String hash(String secret) {
    return Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
  }
}
