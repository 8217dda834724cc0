package org.xaistudy.server.researcher;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xaistudy.server.access.Role;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.monitor.Monitor;
import org.xaistudy.server.monitor.Progress;
import org.xaistudy.server.page.CsvText;

/** How a study is going, while one looks; the same is on its page without a script. */
@Authenticated
@Path("/researcher/{study}")
class MonitorPages {
  private static final Duration EVERY = Duration.ofSeconds(4);

  /** Then the browser asks again, and shows by that who it is. */
  private static final Duration AT_MOST = Duration.ofMinutes(10);

  private final Studies studies;
  private final Monitor monitor;

  MonitorPages(Studies studies, Monitor monitor) {
    this.studies = studies;
    this.monitor = monitor;
  }

  @CheckedTemplate(basePath = "")
  static class Templates {
    private Templates() {}

    static native TemplateInstance monitor(Progress progress);
  }

  /** The part of the page that changes, whenever it may have. */
  @GET
  @Path("/live")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RolesAllowed(Role.VIEWS)
  public Multi<String> live(@PathParam("study") String id) {
    OpenStudy study = studies.find(id).orElseThrow(NotFoundException::new);
    return Multi.createFrom()
        .ticks()
        .every(EVERY)
        .onOverflow()
        .drop()
        .select()
        .first(AT_MOST.dividedBy(EVERY))
        .onItem()
        .transformToUniAndConcatenate(tick -> rendered(study))
        .skip()
        .repetitions();
  }

  /** The same as it is now, for programs: how many people came how far. */
  @GET
  @Path("/progress.csv")
  @RolesAllowed(Role.VIEWS)
  public Response progress(@PathParam("study") String id) {
    Progress progress = monitor.of(studies.find(id).orElseThrow(NotFoundException::new));
    List<List<String>> rows = new ArrayList<>();
    progress.steps().forEach(step -> rows.add(row(step.name(), step.people())));
    rows.add(row("stopped by the study", progress.ended()));
    rows.add(row("failed attention checks", progress.failedChecks()));
    return CsvText.of(List.of("what", "number"), rows.stream());
  }

  private static List<String> row(String what, int number) {
    return List.of(what, String.valueOf(number));
  }

  private Uni<String> rendered(OpenStudy study) {
    return Uni.createFrom()
        .item(
            () ->
                Templates.monitor(monitor.of(study))
                    .setLocale(Locale.ENGLISH)
                    .render()
                    .replace('\n', ' '))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }
}
