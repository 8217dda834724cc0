package org.xaistudy.server.researcher;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.xaistudy.server.access.Role;
import org.xaistudy.server.environment.Tokens;

/**
 * The account of the configuration, an owner. Only a hash of its password stays in memory; other
 * accounts are in the database.
 */
@ApplicationScoped
class Researcher implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
  private static final int GENERATED_LENGTH = 16;
  private final String name;
  private final String hash;
  private final Optional<String> generated;

  Researcher(ResearcherConfig config, Tokens tokens) {
    this.name = config.researcher().name();
    this.generated =
        config.researcher().password().isPresent()
            ? Optional.empty()
            : Optional.of(tokens.readable(GENERATED_LENGTH));
    this.hash =
        BcryptUtil.bcryptHash(config.researcher().password().or(() -> generated).orElseThrow());
  }

  /** The name to log in with. */
  String name() {
    return name;
  }

  /** The password, if it was made at this start and so is known to nobody yet. */
  Optional<String> generatedPassword() {
    return generated;
  }

  /** Before the accounts of the database. */
  @Override
  public int priority() {
    return 2000;
  }

  @Override
  public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
    return UsernamePasswordAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
    return request.getUsername().equals(name)
        ? context.runBlocking(() -> identity(request))
        : Uni.createFrom().nullItem();
  }

  private SecurityIdentity identity(UsernamePasswordAuthenticationRequest request) {
    String password = new String(request.getPassword().getPassword());
    if (!BcryptUtil.matches(password, hash)) {
      throw new AuthenticationFailedException();
    }
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(name))
        .addRole(Role.OWNS)
        .build();
  }
}
