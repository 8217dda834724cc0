package org.xaistudy.server.access;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.xaistudy.server.page.CsvText;

/** What the page of accounts and tokens shows, for programs. */
@Authenticated
@Path("/researcher/access")
class AccessLists {
  private final Accounts accounts;
  private final Passes passes;
  private final AuditLog log;
  private final SecurityIdentity who;

  AccessLists(Accounts accounts, Passes passes, AuditLog log, SecurityIdentity who) {
    this.accounts = accounts;
    this.passes = passes;
    this.log = log;
    this.who = who;
  }

  /** One's own tokens; for owners those of others besides. No token itself: nobody has those. */
  @GET
  @Path("/tokens.csv")
  @RolesAllowed(Role.VIEWS)
  public Response tokens() {
    String name = who.getPrincipal().getName();
    List<Pass> others = who.hasRole(Role.OWNS) ? passes.tokensOfOthers(name) : List.of();
    return CsvText.of(
        List.of("number", "account", "label", "role", "until"),
        Stream.concat(passes.tokensOf(name).stream(), others.stream())
            .map(
                token ->
                    List.of(
                        String.valueOf(token.id()),
                        token.account(),
                        token.label(),
                        token.role(),
                        token.expiresAt().toString())));
  }

  /** The accounts besides that of the configuration. */
  @GET
  @Path("/accounts.csv")
  @RolesAllowed(Role.OWNS)
  public Response accounts() {
    return CsvText.of(
        List.of("name", "role", "since"),
        accounts.all().stream()
            .map(
                account ->
                    List.of(account.name(), account.role(), account.createdAt().toString())));
  }

  /** Who changed or fetched what, the latest first. */
  @GET
  @Path("/log.csv")
  @RolesAllowed(Role.OWNS)
  public Response log() {
    return CsvText.of(
        List.of("when", "account", "request", "status"),
        log.latest().stream()
            .map(
                entry ->
                    List.of(
                        entry.askedAt().toString(),
                        entry.account(),
                        entry.request(),
                        String.valueOf(entry.status()))));
  }
}
