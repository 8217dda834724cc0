package org.xaistudy.server.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the studies that the server under test runs. */
public final class StudiesForTests implements QuarkusTestResourceLifecycleManager {
  private static final String RECRUITMENT =
      """

      debrief: {en: "It was about borders.", de: "Es ging um Ränder."}
      recruitment:
        - prolific: {codes: {completed: CDONE, noConsent: CNOCONSENT}}
        - connect: {codes: {completed: CONNECTED}}
        - mturk: {}
        - generic:
            participant: who
            reference: ref
            returns:
              completed: https://panel.example/done?r={reference}
      """;
  private static final String EVERY_OUTCOME =
      """

      recruitment:
        - link: {}
        - prolific:
            codes:
              completed: CDONE
              failedAttention: CINATTENTIVE
              screenedOut: CSCREENED
              incompatibleDevice: CDEVICE
      """;
  private static final String PROLIFIC_WITH_CODE =
      """

      recruitment:
        - prolific: {codes: {completed: CDONE}}
      """;
  private static final String ONLY_PROLIFIC =
      """

      recruitment:
        - prolific: {codes: {completed: CDONE, full: CFULL, repeated: CREPEATED}}
      excludeParticipantsOf: [recruited]
      """;

  /** A study with room for everybody. */
  public static final String ROOMY = "roomy";

  /** A study with one place per arm and more samples than a person sees. */
  public static final String SMALL = "small";

  /** A study for the race for its places: five arms of five. */
  public static final String CROWDED = "crowded";

  /** A study for people whom platforms send. */
  public static final String RECRUITED = "recruited";

  /** A study for the great rush: five arms of 25, on Prolific. */
  public static final String RUSHED = "rushed";

  /** A study with one place in all, on Prolific, without those who took part in the former. */
  public static final String AFTERWARDS = "afterwards";

  /** A study that asks everything there is to ask, on Prolific and by the open link. */
  public static final String THOROUGH = "thorough";

  /** A study with two attention checks, of which one may be failed. */
  public static final String LENIENT = "lenient";

  /** A study that asks everything, with one place in each arm. */
  public static final String STRICT = "strict";

  /** A study for people with links of their own. */
  public static final String INVITED = "invited";

  /** A study of five people, whose files are looked at. */
  public static final String EXPORTED = "exported";

  /** A study in which people come and go, for the audit of its assignment. */
  public static final String AUDITED = "audited";

  /** A study whose people ask for deletion. */
  public static final String DELETED = "deleted";

  /** A study that keeps identifiers for 30 days and answers for 90. */
  public static final String FORGETFUL = "forgetful";

  /** A study of two people an arm, which is soon closed. */
  public static final String CLOSING = "closing";

  /** A study of four people an arm with a planned look after two. */
  public static final String LOOKED_AT = "looked-at";

  /** The same, whose look is taken from a terminal. */
  public static final String GLANCED = "glanced";

  /** A study that nobody may see before it begins. */
  public static final String UNSEEN = "unseen";

  /** A study that is paused. */
  public static final String HALTED = "halted";

  /** A study that is closed before everybody has come. */
  public static final String FLEETING = "fleeting";

  /** A study whose truth stays hidden. */
  public static final String BLINDED = "blinded";

  /** A study that a researcher looks at while people take part. */
  public static final String WATCHED = "watched";

  /** A study that only some may see. */
  public static final String GUARDED = "guarded";

  /** A study with bonuses. */
  public static final String REWARDED = "rewarded";

  /** A study whose bonuses are listed from a terminal. */
  public static final String PAID = "paid";

  /** A study whose files are edited while the server runs. */
  public static final String REWRITTEN = "rewritten";

  /** A study that only simulated people take part in. */
  public static final String SIMULATED = "simulated";

  /** A study that asks whether the predictions of one model are right. */
  public static final String ERRING = "erring";

  /** A study in which people say what a model will say, in two sessions. */
  public static final String FORETOLD = "foretold";

  /** A study in which people say whether they would use a model. */
  public static final String RECOMMENDED = "recommended";

  /** A study that asks which of four explanations is of what the model says. */
  public static final String DISTINGUISHED = "distinguished";

  /** A study one of whose arms is twice as large. */
  public static final String UNEVEN = "uneven";

  /** A study of one person an arm, which gets more places. */
  public static final String GROWING = "growing";

  /** A study that is tried out before it begins. */
  public static final String PILOTED = "piloted";

  /** A study of four people an arm while whose answers come the clock is set on and back. */
  public static final String UNTIMELY = "untimely";

  /** A study in which everybody judges with all three methods. */
  public static final String COMPARED = "compared";

  /** A study that asks further questions of each kind about each picture. */
  public static final String INQUISITIVE = "inquisitive";

  /** A study whose decision is one of four. */
  public static final String GRADED = "graded";

  /** Where the studies lie. */
  public static Path folder() {
    return Path.of("target", "studies-for-tests").toAbsolutePath();
  }

  @Override
  public Map<String, String> start() {
    Path roomy = TinyStudy.write(folder().resolve(ROOMY), Yaml.of(ROOMY, 1000, 2, 4));
    Path small = TinyStudy.write(folder().resolve(SMALL), Yaml.of(SMALL, 1, 1, 6));
    Path crowded = TinyStudy.write(folder().resolve(CROWDED), Yaml.of(CROWDED, 5, 1, 4));
    Path recruited =
        TinyStudy.write(folder().resolve(RECRUITED), Yaml.of(RECRUITED, 1000, 1, 4) + RECRUITMENT);
    Path afterwards =
        TinyStudy.write(folder().resolve(AFTERWARDS), Yaml.of(AFTERWARDS, 1, 1, 2) + ONLY_PROLIFIC);
    Path rushed =
        TinyStudy.write(folder().resolve(RUSHED), Yaml.of(RUSHED, 25, 1, 3) + PROLIFIC_WITH_CODE);
    Path closing = TinyStudy.write(folder().resolve(CLOSING), Yaml.of(CLOSING, 2, 1, 2));
    Path lookedAt =
        TinyStudy.write(
            folder().resolve(LOOKED_AT), Yaml.withLooks(LOOKED_AT, 4, 2, 4, List.of(2, 4)));
    Path glanced =
        TinyStudy.write(folder().resolve(GLANCED), Yaml.withLooks(GLANCED, 4, 2, 4, List.of(2, 4)));
    Path thorough =
        TinyStudy.write(
            folder().resolve(THOROUGH), Yaml.thorough(THOROUGH, 1000, 2, 4, 1, 0) + EVERY_OUTCOME);
    Path lenient =
        TinyStudy.write(folder().resolve(LENIENT), Yaml.thorough(LENIENT, 1000, 2, 4, 2, 1));
    Path strict = TinyStudy.write(folder().resolve(STRICT), Yaml.thorough(STRICT, 1, 1, 2, 1, 0));
    Path invited =
        TinyStudy.write(
            folder().resolve(INVITED),
            Yaml.of(INVITED, 1000, 1, 2) + "\nrecruitment: [{personal: {}}, {link: {}}]\n");
    Path exported =
        TinyStudy.write(
            folder().resolve(EXPORTED),
            Yaml.of(EXPORTED, 1, 1, 2)
                + "\nrecruitment: [{prolific: {codes: {completed: C}}}, {link: {}}]\n");
    Path audited = TinyStudy.write(folder().resolve(AUDITED), Yaml.of(AUDITED, 4, 1, 2));
    Path deleted =
        TinyStudy.write(
            folder().resolve(DELETED),
            Yaml.of(DELETED, 1000, 1, 2)
                + "\nrecruitment: [{prolific: {codes: {completed: C}}}, {personal: {}}, {link: {}}]\n");
    Path forgetful =
        TinyStudy.write(
            folder().resolve(FORGETFUL),
            Yaml.of(FORGETFUL, 1000, 1, 2)
                + "\nretention: {identifiersDays: 30, answersDays: 90}"
                + "\nflagSameDevice: true"
                + "\nrecruitment: [{prolific: {codes: {completed: C}}}, {link: {}}]\n");
    Stream<Path> living =
        Stream.of(UNSEEN, HALTED, FLEETING, BLINDED, GUARDED, REWRITTEN)
            .map(id -> TinyStudy.write(folder().resolve(id), Yaml.of(id, 20, 1, 2)));
    Path rewarded =
        TinyStudy.write(
            folder().resolve(REWARDED),
            Yaml.of(REWARDED, 20, 1, 2) + PROLIFIC_WITH_CODE + "\nflagSameDevice: true\n");
    Path paid =
        TinyStudy.write(folder().resolve(PAID), Yaml.of(PAID, 20, 1, 2) + PROLIFIC_WITH_CODE);
    Path watched = TinyStudy.write(folder().resolve(WATCHED), Yaml.of(WATCHED, 20, 2, 4));
    Path simulated =
        TinyStudy.write(
            folder().resolve(SIMULATED),
            Yaml.of(SIMULATED, 20, 2, 4) + "\nrecruitment: [{personal: {}}]\n");
    Path erring = TinyStudy.write(folder().resolve(ERRING), Yaml.correctness(ERRING, 100, 3, 1, 8));
    Path uneven =
        TinyStudy.write(
            folder().resolve(UNEVEN),
            Yaml.correctness(UNEVEN, 2, 1, 1, 4)
                .replace("participantsPerArm: 2", "participantsPerArm: 2\n  allocation: {crp: 2}"));
    Path foretold =
        TinyStudy.write(folder().resolve(FORETOLD), Yaml.foretelling(FORETOLD, 20, 2, 2, 2, 12));
    Path recommended =
        TinyStudy.write(folder().resolve(RECOMMENDED), Yaml.recommendation(RECOMMENDED, 20, 2, 6));
    Path distinguished =
        TinyStudy.write(
            folder().resolve(DISTINGUISHED), Yaml.distinction(DISTINGUISHED, 20, 4, 12));
    Path growing = TinyStudy.write(folder().resolve(GROWING), Yaml.of(GROWING, 1, 1, 4));
    Path piloted =
        TinyStudy.write(folder().resolve(PILOTED), Yaml.of(PILOTED, 2, 1, 2) + RECRUITMENT);
    Path compared = TinyStudy.write(folder().resolve(COMPARED), Yaml.within(COMPARED, 2, 2, 14));
    Path untimely = TinyStudy.write(folder().resolve(UNTIMELY), Yaml.of(UNTIMELY, 4, 2, 4));
    Path inquisitive = TinyStudy.write(folder().resolve(INQUISITIVE), Yaml.further(INQUISITIVE));
    Path graded = TinyStudy.write(folder().resolve(GRADED), Yaml.graded(GRADED));
    return Map.of(
        "xaistudy.studies",
        Stream.concat(
                living,
                Stream.of(
                    growing,
                    inquisitive,
                    graded,
                    piloted,
                    distinguished,
                    foretold,
                    recommended,
                    untimely,
                    compared,
                    erring,
                    uneven,
                    glanced,
                    simulated,
                    watched,
                    rewarded,
                    paid,
                    thorough,
                    lenient,
                    strict,
                    closing,
                    lookedAt,
                    roomy,
                    small,
                    crowded,
                    recruited,
                    afterwards,
                    rushed,
                    invited,
                    exported,
                    audited,
                    deleted,
                    forgetful))
            .map(Path::toString)
            .collect(Collectors.joining(",")));
  }

  @Override
  public void stop() {}
}
