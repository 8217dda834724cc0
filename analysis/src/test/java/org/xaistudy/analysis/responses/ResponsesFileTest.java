package org.xaistudy.analysis.responses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.csv.InvalidCsvException;

class ResponsesFileTest {
  private static final String NEEDED = "participant,method,truth,answer,confidence,clarity\n";

  @TempDir Path folder;

  @Test
  void readsTheNeededColumnsInAnyOrder() {
    Responses read = read("answer,truth,clarity,confidence,method,participant\nyes,no,3,9,crp,a\n");
    Participant person = read.participants().get(0);
    assertThat(person.method()).isEqualTo("crp");
    assertThat(person.completed()).isTrue();
    assertThat(person.version()).isEqualTo(Participant.UNKNOWN_VERSION);
    assertThat(person.answers()).containsExactly(new Answer("", 0, false, true, 9, 3, -1));
  }

  @Test
  void readsAllColumnsOfTheServer() {
    Responses read =
        read(
            "study,version,participant,method,trial,stimulus,model,truth,answer,correct,confidence,"
                + "clarity,response_time_ms,answered_at,completed,excluded,source\r\n"
                + "birds,1,p1,crp,2,s7,artefact,yes,yes,yes,8,7,4321,2026-01-01T00:00:00Z,no,,link\r\n");
    Participant person = read.participants().get(0);
    assertThat(read.study()).isEqualTo("birds");
    assertThat(person.source()).isEqualTo(Source.LINK);
    assertThat(person.version()).isEqualTo(1);
    assertThat(person.completed()).isFalse();
    assertThat(person.answers()).containsExactly(new Answer("s7", 2, true, true, 8, 7, 4321));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"link", "prolific", "connect", "mturk", "generic", "preview", "simulated"})
  void readsEverySourceOfTheFormat(String source) {
    Responses read = read("source," + NEEDED + source + ",a,crp,yes,yes,1,1\n");
    assertThat(read.participants().get(0).source().id()).isEqualTo(source);
  }

  @Test
  void undoesTheApostropheThatKeepsCellsFromBeingFormulas() {
    Responses read = read(NEEDED + "'=1+1,'@m,yes,yes,1,1\n");
    assertThat(read.participants().get(0).id()).isEqualTo("=1+1");
    assertThat(read.methods()).containsExactly("@m");
  }

  @Test
  void keepsQuotedNamesAsTheyAre() {
    Responses read = read(NEEDED + "a,\"a,b\"\"c\",yes,yes,1,1\n");
    assertThat(read.methods()).containsExactly("a,b\"c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,crp,maybe,yes,1,1 | :2: truth is 'maybe', expected yes or no",
        "a,crp,yes,,1,1 | :2: answer is '', expected yes or no",
        "a,crp,yes,yes,10,1 | :2: confidence is '10', expected a whole number from 0 to 9",
        "a,crp,yes,yes,1,x | :2: clarity is 'x', expected a whole number from 0 to 9",
        "a,,yes,yes,1,1 | :2: method is empty",
        "a,crp,yes,yes,1 | :2: has 5 cells, expected 6 as in the header",
      })
  void namesLineAndColumnOfABadCell(String row, String message) {
    assertThatThrownBy(() -> read(NEEDED + row + "\n"))
        .isInstanceOf(InvalidCsvException.class)
        .hasMessageEndingWith("responses.csv" + message);
  }

  @Test
  void refusesAFileWithoutANeededColumn() {
    assertComplaint(
        "participant,method,answer,clarity\na,crp,yes,1\n",
        ":1: lacks the column truth; found participant, method, answer, clarity");
  }

  @Test
  void takesWhatWasNotAskedForWhatItIs() {
    Responses read = read("participant,method,truth,answer,clarity\na,crp,yes,yes,\n");
    Answer answer = read.participants().get(0).answers().get(0);
    assertThat(answer.confidence()).isEqualTo(Answer.NOT_ASKED);
    assertThat(answer.clarity()).isEqualTo(Answer.NOT_ASKED);
  }

  @Test
  void refusesOtherSeparators() {
    assertComplaint(NEEDED.replace(',', ';'), ":1: is separated by semicolons; expected commas");
    assertComplaint(NEEDED.replace(',', '\t'), ":1: is separated by tabs; expected commas");
  }

  @Test
  void takesAByteOrderMarkForWhatItIs() {
    Responses read = read("\uFEFF" + NEEDED + "a,crp,yes,yes,1,1\n");
    assertThat(read.participants()).singleElement().extracting(Participant::id).isEqualTo("a");
  }

  @Test
  void refusesNamesThatCannotBePrinted() {
    assertComplaint(
        NEEDED + "a,c\0p,yes,yes,1,1\n",
        ":2: method holds a control character; expected text that can be printed");
  }

  @Test
  void refusesAHeaderWithoutNames() {
    assertComplaint("\n" + NEEDED, ":1: is blank; expected a header row");
    assertComplaint(NEEDED.replace("\n", ",\n"), ":1: has no name for column 7");
  }

  @Test
  void saysWhetherAnswersThatStandTwiceCouldBeNoticed() {
    String row = "a,crp,yes,yes,1,1\n";
    assertThat(read(NEEDED + row).trialsAreTold()).isFalse();
    assertThat(read("trial," + NEEDED + "1," + row).trialsAreTold()).isTrue();
  }

  @Test
  void refusesAFolder() {
    assertThatThrownBy(() -> ResponsesFile.read(folder, ProgressListener.SILENT))
        .hasMessageContaining("is a folder; expected a CSV file");
  }

  @Test
  void refusesEmptyFiles() {
    assertComplaint("", ": is empty; expected a header row");
    assertComplaint(NEEDED, ": has no answers; expected one row each");
  }

  @Test
  void refusesASecondAnswerToATrial() {
    assertComplaint(
        "trial," + NEEDED + "1,a,crp,yes,yes,1,1\n2,a,crp,yes,yes,1,1\n1,a,crp,yes,no,1,1\n",
        ":4: a second answer of participant 'a' to trial '1'; expected one");
    assertComplaint(
        "stimulus," + NEEDED + "s,a,crp,yes,yes,1,1\ns,a,crp,yes,yes,1,1\n",
        ":3: a second answer of participant 'a' to stimulus 's'; expected one");
  }

  @Test
  void refusesAPersonWithTwoMethods() {
    assertComplaint(
        NEEDED + "a,crp,yes,yes,1,1\na,lrp,yes,yes,1,1\n",
        ":3: method of participant 'a' is 'lrp' here but 'crp' before; it must be one per person");
  }

  @Test
  void refusesAPersonInTwoVersions() {
    assertComplaint(
        "version," + NEEDED + "1,a,crp,yes,yes,1,1\n2,a,crp,yes,yes,1,1\n",
        ":3: version of participant 'a' is '2' here but '1' before; it must be one per person");
  }

  @Test
  void refusesBytesThatAreNotUtf8() throws IOException {
    Path file = folder.resolve("responses.csv");
    Files.write(file, (NEEDED + "ä,crp,yes,yes,1,1\n").getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> ResponsesFile.read(file, ProgressListener.SILENT))
        .isInstanceOf(InvalidCsvException.class)
        .hasMessageEndingWith("responses.csv: is not UTF-8 text; save it as UTF-8");
  }

  @Test
  void refusesAQuoteThatNeverEnds() {
    assertThatThrownBy(() -> read(NEEDED + "\"a,crp,yes,yes,1,1\n"))
        .isInstanceOf(InvalidCsvException.class)
        .hasMessageContaining("responses.csv: is not RFC 4180");
  }

  @Test
  void refusesTwoGigabytesWithoutReadingThem() throws IOException {
    Path file = folder.resolve("responses.csv");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(2L << 30);
    }
    assertThatThrownBy(() -> ResponsesFile.read(file, ProgressListener.SILENT))
        .isInstanceOf(InvalidCsvException.class)
        .hasMessageEndingWith("is 2,048 MiB; expected at most 512 MiB, one study's answers");
  }

  private void assertComplaint(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(InvalidCsvException.class)
        .hasMessageEndingWith("responses.csv" + message);
  }

  private Responses read(String text) {
    try {
      Path file = folder.resolve("responses.csv");
      Files.writeString(file, text);
      return ResponsesFile.read(file, ProgressListener.SILENT);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
