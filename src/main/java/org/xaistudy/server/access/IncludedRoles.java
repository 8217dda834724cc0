package org.xaistudy.server.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives everybody the roles that theirs include, whoever said which role they have. */
@ApplicationScoped
class IncludedRoles implements SecurityIdentityAugmentor {
  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    if (identity.isAnonymous()) {
      return Uni.createFrom().item(identity);
    }
    QuarkusSecurityIdentity.Builder builder = QuarkusSecurityIdentity.builder(identity);
    identity.getRoles().stream()
        .flatMap(role -> Role.named(role).stream())
        .flatMap(role -> role.included().stream())
        .forEach(role -> builder.addRole(role.written()));
    return Uni.createFrom().item(builder.build());
  }
}
