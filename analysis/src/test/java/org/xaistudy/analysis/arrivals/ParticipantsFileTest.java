package org.xaistudy.analysis.arrivals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xaistudy.analysis.responses.Source;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.responses.ParticipantColumn;
import org.xaistudy.studies.responses.ParticipantOutcome;
import org.xaistudy.testing.Shared;

class ParticipantsFileTest {
  private static final Study STUDY =
      StudyFile.read(Shared.root().resolve("studies/border-artefact")).study();
  private static final String ALL =
      String.join(",", ParticipantColumn.headers()) + ",q.age,q.words\r\n";

  @Test
  void readsAllColumns() {
    Arrivals read =
        read(
            ALL
                + "border-artefact,2,p1,crp,prolific,de,1,2026-01-01T00:00:00Z,,failedAttention,3,2,yes,"
                + "1280,720,1,41,'=me\r\n"
                + "border-artefact,2,p2,,connect,en,1,,,incompatibleDevice,0,,,390,844,,,\r\n");
    assertThat(read.questions())
        .extracting(question -> question.id() + " " + question.answer().getClass().getSimpleName())
        .containsExactly("age WholeNumber", "words FreeText");
    assertThat(read.people())
        .containsExactly(
            new Arrival(
                "p1",
                2,
                "crp",
                Source.PROLIFIC,
                "de",
                ParticipantOutcome.FAILED_ATTENTION,
                2,
                Map.of("age", "41", "words", "=me")),
            new Arrival(
                "p2",
                2,
                "",
                Source.CONNECT,
                "en",
                ParticipantOutcome.INCOMPATIBLE_DEVICE,
                0,
                Map.of()));
  }

  @Test
  void needsOnlyWhoWhereAndWhatBecameOfThem() {
    Arrivals read = read("outcome,method,participant\nlate,lrp,p1\n");
    assertThat(read.people().get(0).outcome()).isEqualTo(ParticipantOutcome.LATE);
    assertThat(read.questions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p1,crp,done | :2: outcome is 'done', expected one of completed, unfinished, late,",
        ",crp,late | :2: participant is empty",
        "p1,crp,late / p1,crp,late | :3: a second row of participant 'p1'; expected one",
        "p1,crp | :2: has 2 cells, expected 3 as in the header",
      })
  void namesLineAndColumn(String rows, String message) {
    assertThatThrownBy(
            () -> read("participant,method,outcome\n" + rows.replace(" / ", "\n") + "\n"))
        .hasMessageStartingWith("participants.csv" + message);
  }

  @Test
  void refusesThePeopleOfAnotherStudy() {
    assertThatThrownBy(() -> read("study,participant,method,outcome\nfish,p1,crp,late\n"))
        .hasMessage("participants.csv:2: belongs to study 'fish', expected 'border-artefact'");
  }

  private static Arrivals read(String text) {
    return ParticipantsFile.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        Path.of("participants.csv"),
        STUDY);
  }
}
