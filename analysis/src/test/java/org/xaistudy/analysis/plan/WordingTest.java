package org.xaistudy.analysis.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.words.Words;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.Text;
import org.xaistudy.testing.Shared;

class WordingTest {
  private static final Study STUDY =
      StudyFile.read(Shared.root().resolve("studies/birds-forward-simulation")).study();

  @Test
  void textsOfTheStudyAreInTheLanguageOfTheReportOrElseInTheStudysOwn() {
    Wording french = new Wording("", "", Asked.YES_OR_NO, Map.of(), Words.of("fr"), "de");
    Text two = new Text(Map.of("en", "Yes", "de", "Ja"));
    assertThat(french.read(two)).isEqualTo("Ja");
    assertThat(french.read(new Text(Map.of("en", "Yes", "de", "Ja", "fr", "Oui"))))
        .isEqualTo("Oui");
    assertThat(french.read(Text.of("CRP"))).isEqualTo("CRP");
    assertThat(Wording.NONE.read(two)).isEqualTo("Yes");
    assertThat(Wording.of(STUDY, Words.of("fr")).question()).isEqualTo(STUDY.title().in("en"));
  }

  @Test
  void methodsAndDesignAreSaidInTheLanguageOfTheReport() {
    Wording french = Wording.of(STUDY, Words.of("fr"));
    assertThat(french.name("none")).isEqualTo("aucune explication");
    assertThat(french.name("crp")).isEqualTo("CRP");
    assertThat(french.design())
        .startsWith("50 participants prévus par méthode, répartis au hasard")
        .contains("24 prédictions pour apprendre et 12 à prévoir, 3 de chacune des 4 classes");
    assertThat(Wording.of(STUDY).design())
        .startsWith("50 participants per method planned, allotted by chance")
        .endsWith("3 of each of 4 classes, in 3 sessions a person");
  }
}
