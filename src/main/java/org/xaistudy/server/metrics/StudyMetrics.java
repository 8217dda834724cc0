package org.xaistudy.server.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;
import org.xaistudy.server.assignment.Arm;
import org.xaistudy.server.assignment.Places;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.Studies;

/**
 * Places by state and people by how far they got, read from the database now and then and not at
 * each request for them: several may watch, and the answers come first.
 */
@ApplicationScoped
public class StudyMetrics {
  private final Studies studies;
  private final Places places;
  private final Reached reached;
  private final MultiGauge placeGauge;
  private final MultiGauge peopleGauge;

  StudyMetrics(Studies studies, Places places, Reached reached, MeterRegistry registry) {
    this.studies = studies;
    this.places = places;
    this.reached = reached;
    placeGauge =
        MultiGauge.builder("xaistudy.places")
            .description("Places of the newest version: completed, live or free")
            .register(registry);
    peopleGauge =
        MultiGauge.builder("xaistudy.people")
            .description("People of the newest version by what they reached, previews left out")
            .register(registry);
  }

  /** Reads all numbers again. */
  @Scheduled(
      every = "15s",
      delayed = "15s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @Transactional
  public void refresh() {
    List<OpenStudy> all = List.copyOf(studies.all());
    placeGauge.register(all.stream().flatMap(this::placeRows).toList(), true);
    peopleGauge.register(all.stream().flatMap(this::peopleRows).toList(), true);
  }

  private Stream<Row<?>> placeRows(OpenStudy study) {
    return places.arms(study).stream()
        .flatMap(
            arm ->
                Stream.of(
                    row(study, arm, "completed", arm.completed()),
                    row(study, arm, "live", arm.live()),
                    row(study, arm, "free", arm.free())));
  }

  private static Row<?> row(OpenStudy study, Arm arm, String state, int count) {
    return Row.of(Tags.of("study", study.id(), "arm", arm.method(), "state", state), count);
  }

  private Stream<Row<?>> peopleRows(OpenStudy study) {
    return reached.counts(study.version()).entrySet().stream()
        .map(
            count ->
                Row.of(Tags.of("study", study.id(), "reached", count.getKey()), count.getValue()));
  }
}
