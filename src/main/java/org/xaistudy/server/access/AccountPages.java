package org.xaistudy.server.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xaistudy.server.page.Frame;
import org.xaistudy.server.page.Html;

/** Accounts, tokens, and who did what. */
@Authenticated
@Path("/researcher/access")
class AccountPages {
  private static final int MOST_DAYS = 366;
  private static final int LONGEST_LABEL = 63;
  private static final String HERE = "/researcher/access";
  private final Accounts accounts;
  private final Passes passes;
  private final AuditLog log;
  private final SecurityIdentity who;

  AccountPages(Accounts accounts, Passes passes, AuditLog log, SecurityIdentity who) {
    this.accounts = accounts;
    this.passes = passes;
    this.log = log;
    this.who = who;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance access(
        Frame frame,
        String name,
        Role role,
        boolean owner,
        List<Account> accounts,
        List<Pass> tokens,
        List<Pass> tokensOfOthers,
        List<Role> roles,
        List<AuditEntry> entries);

    static native TemplateInstance secret(Frame frame, String what, String secret);

    static native TemplateInstance refused(Frame frame, String why);
  }

  /** Everybody's own tokens; for owners the accounts and the log besides. */
  @GET
  @RolesAllowed(Role.VIEWS)
  public Response access() {
    boolean owner = who.hasRole(Role.OWNS);
    return Html.page(
        Templates.access(
            frame(),
            name(),
            role(),
            owner,
            owner ? accounts.all() : List.of(),
            passes.tokensOf(name()),
            owner ? passes.tokensOfOthers(name()) : List.of(),
            role().included(),
            owner ? log.latest() : List.of()),
        Locale.ENGLISH);
  }

  /** Makes an account, or gives one another role and password. */
  @POST
  @Path("/accounts")
  @RolesAllowed(Role.OWNS)
  public Response give(
      @FormParam("name") @Nullable String name, @FormParam("role") @Nullable String role) {
    Optional<Role> known = Role.named(role == null ? "" : role);
    if (name == null || !name.matches(Accounts.NAME) || known.isEmpty()) {
      return refused("name: letters, digits and . _ @ -; role: viewer, analyst or owner");
    }
    if (name.equals(name())) {
      return refused("name: nobody changes the account that they use");
    }
    return secret("Password of " + name, accounts.give(name, known.get()));
  }

  /** Removes an account. */
  @POST
  @Path("/accounts/removal")
  @RolesAllowed(Role.OWNS)
  public Response remove(@FormParam("name") @Nullable String name) {
    return name != null && !name.equals(name()) && accounts.remove(name)
        ? Html.seeOther(HERE)
        : refused("name: there is no such account that you could remove");
  }

  /** Gives a token to a program of one's own. */
  @POST
  @Path("/tokens")
  @RolesAllowed(Role.VIEWS)
  public Response token(
      @FormParam("label") @Nullable String label,
      @FormParam("role") @Nullable String role,
      @FormParam("days") @DefaultValue("30") int days) {
    Optional<Role> scope =
        Role.named(role == null ? "" : role).filter(wanted -> role().included().contains(wanted));
    if (label == null || label.isBlank() || label.length() > LONGEST_LABEL || scope.isEmpty()) {
      return refused("label: what it is for, in up to 63 characters; role: at most your own");
    }
    if (days < 1 || days > MOST_DAYS) {
      return refused("days: expected 1 to " + MOST_DAYS + ", found " + days);
    }
    String text = label.replace("\0", "").strip();
    return secret(
        "Token “" + text + "”", passes.token(name(), scope.get(), text, Duration.ofDays(days)));
  }

  /** Revokes a token of one's own; an owner anybody's, since people leave and tokens stay. */
  @POST
  @Path("/tokens/removal")
  @RolesAllowed(Role.VIEWS)
  public Response revoke(@FormParam("token") long token) {
    boolean revoked = who.hasRole(Role.OWNS) ? passes.revoke(token) : passes.revoke(name(), token);
    return revoked ? Html.seeOther(HERE) : refused("token: you have none of that number");
  }

  /** For templates of this package: a time that a person reads. */
  @TemplateExtension(matchName = "asTime")
  static String time(Instant time) {
    return DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
        .format(time.atOffset(ZoneOffset.UTC));
  }

  private String name() {
    return who.getPrincipal().getName();
  }

  private Role role() {
    return Role.highest(who).orElse(Role.VIEWER);
  }

  private static Response secret(String what, String secret) {
    return Html.page(Templates.secret(frame(), what, secret), Locale.ENGLISH);
  }

  private static Response refused(String why) {
    return Html.page(Html.UNPROCESSABLE, Templates.refused(frame(), why), Locale.ENGLISH);
  }

  private static Frame frame() {
    return Frame.of(Locale.ENGLISH, "Access");
  }
}
