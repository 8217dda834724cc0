package org.xaistudy.server.recruitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.server.testing.Yaml;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.StudyFile;

class ReferralTest {
  private static final Optional<String> NOBODY = Optional.empty();

  private static final PersonalLinks LINKS = new PersonalLinks("invited", "a key");

  @TempDir Path folder;

  @Test
  void prolificsSubmissionIsKeptAndItsStudyIsNot() throws IOException {
    Study study = study("[{prolific: {codes: {completed: C}}}]");
    assertThat(Referral.read(study, LINKS, parameters("PROLIFIC_PID", "STUDY_ID", "SESSION_ID")))
        .contains(
            new Referral(
                Source.PROLIFIC,
                Optional.of("a PROLIFIC_PID"),
                Optional.of("a SESSION_ID"),
                NOBODY));
  }

  @Test
  void prolificsParametersCanHaveOtherNames() throws IOException {
    Study study =
        study("[{prolific: {participant: p, study: s, session: x, codes: {completed: C}}}]");
    assertThat(Referral.read(study, LINKS, parameters("p", "s", "x")))
        .contains(new Referral(Source.PROLIFIC, Optional.of("a p"), Optional.of("a x"), NOBODY));
    assertThat(Referral.read(study, LINKS, parameters("PROLIFIC_PID", "STUDY_ID", "SESSION_ID")))
        .isEmpty();
  }

  @Test
  void anotherStudysLinkIsNoInvitationNotEvenToAnOpenStudy() throws IOException {
    Study study = study("[{link: {}}, {prolific: {studyId: s1, codes: {completed: C}}}]");
    assertThat(Referral.read(study, LINKS, Map.of("PROLIFIC_PID", "p", "STUDY_ID", "s1")))
        .map(Referral::source)
        .contains(Source.PROLIFIC);
    assertThat(Referral.read(study, LINKS, Map.of("PROLIFIC_PID", "p", "STUDY_ID", "s2")))
        .isEmpty();
    assertThat(Referral.read(study, LINKS, Map.of("PROLIFIC_PID", "p"))).isEmpty();
    assertThat(Referral.read(study, LINKS, Map.of())).map(Referral::source).contains(Source.LINK);
  }

  @Test
  void aPersonalLinkNamesOnePerson() throws IOException {
    Study study = study("[{link: {}}, {personal: {}}]");
    Referral seventh =
        Referral.read(study, LINKS, Map.of("invitation", LINKS.invitation(7))).orElseThrow();
    assertThat(seventh)
        .isEqualTo(
            new Referral(Source.PERSONAL, Optional.of("invitation/invited/7"), NOBODY, NOBODY));
  }

  @Test
  void aChangedPersonalLinkIsNoInvitationNotEvenToAnOpenStudy() throws IOException {
    Study study = study("[{link: {}}, {personal: {}}]");
    String right = LINKS.invitation(7);
    assertThat(
            List.of(
                right.replace("7.", "8."),
                right.replace("7.", "07."),
                right.substring(0, right.length() - 1),
                right + "A",
                right.substring(0, right.length() - 1) + (right.endsWith("x") ? "y" : "x"),
                "7.",
                "",
                new PersonalLinks("invited", "another key").invitation(7),
                new PersonalLinks("another study", "a key").invitation(7)))
        .allMatch(wrong -> Referral.read(study, LINKS, Map.of("invitation", wrong)).isEmpty());
  }

  @Test
  void personalLinksAreOnlyForStudiesThatSaySo() throws IOException {
    Study study = study("[{prolific: {codes: {completed: C}}}]");
    assertThat(Referral.read(study, LINKS, Map.of("invitation", LINKS.invitation(1)))).isEmpty();
  }

  /** Each with a value that tells its name. */
  private static Map<String, String> parameters(String... names) {
    return java.util.Arrays.stream(names)
        .collect(java.util.stream.Collectors.toMap(name -> name, name -> "a " + name));
  }

  private Study study(String recruitment) throws IOException {
    Path file = folder.resolve("study.yaml");
    Files.writeString(file, Yaml.of("invited", 1, 1, 2) + "\nrecruitment: " + recruitment + "\n");
    return StudyFile.read(file).study();
  }
}
