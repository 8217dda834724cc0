package org.xaistudy.server.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Keeps who changed or fetched what below {@code /researcher}: everything that is sent there, and
 * every file. What was written in forms is not kept here, since it may lead to people.
 */
@ApplicationScoped
public class AuditLog {
  private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS");
  private static final int SHOWN = 200;
  private static final int LONGEST = 255;
  private final SecurityIdentity who;
  private final Clock clock;

  AuditLog(SecurityIdentity who, Clock clock) {
    this.who = who;
    this.clock = clock;
  }

  /** Called after each request. */
  @ServerResponseFilter
  void note(ContainerRequestContext request, ContainerResponseContext response) {
    String path = request.getUriInfo().getPath().replaceFirst("^/+", "");
    boolean file = path.endsWith(".csv") || path.endsWith(".zip");
    boolean changes = !LOOKING.contains(request.getMethod());
    if (!path.startsWith("researcher") || who.isAnonymous() || !(file || changes)) {
      return;
    }
    String what = request.getMethod() + " /" + path;
    AuditEntry entry = new AuditEntry();
    entry.askedAt = clock.instant();
    entry.account = who.getPrincipal().getName();
    entry.request = what.substring(0, Math.min(what.length(), LONGEST));
    entry.status = response.getStatus();
    if (BlockingOperationControl.isBlockingAllowed()) {
      keep(entry);
    } else { // what was refused before it came to a thread of its own
      Infrastructure.getDefaultWorkerPool().execute(() -> keep(entry));
    }
  }

  private static void keep(AuditEntry entry) {
    QuarkusTransaction.requiringNew().run(() -> entry.persist());
  }

  /** The latest entries, the latest first. */
  @Transactional
  public List<AuditEntry> latest() {
    return AuditEntry.find("order by id desc").page(0, SHOWN).list();
  }
}
