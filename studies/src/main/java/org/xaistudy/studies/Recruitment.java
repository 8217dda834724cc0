package org.xaistudy.studies;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import java.util.Optional;

/** Where participants come from, and what their platform wants to be told at the end. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
  @JsonSubTypes.Type(value = Recruitment.Link.class, name = "link"),
  @JsonSubTypes.Type(value = Recruitment.Prolific.class, name = "prolific"),
  @JsonSubTypes.Type(value = Recruitment.Connect.class, name = "connect"),
  @JsonSubTypes.Type(value = Recruitment.MTurk.class, name = "mturk"),
  @JsonSubTypes.Type(value = Recruitment.Generic.class, name = "generic"),
  @JsonSubTypes.Type(value = Recruitment.Personal.class, name = "personal")
})
public sealed interface Recruitment {
  /** How a participation ends. */
  enum Outcome {
    /** Everything was answered and counted. */
    @JsonProperty("completed")
    COMPLETED,
    /** The person did not agree. */
    @JsonProperty("noConsent")
    NO_CONSENT,
    /** No place was free. */
    @JsonProperty("full")
    FULL,
    /** The person was away until the place was given on. */
    @JsonProperty("late")
    LATE,
    /** The person stopped and had everything deleted. */
    @JsonProperty("withdrawn")
    WITHDRAWN,
    /** The person took part in an earlier study that excludes from this one. */
    @JsonProperty("repeated")
    REPEATED,
    /** The person failed more attention checks than allowed. */
    @JsonProperty("failedAttention")
    FAILED_ATTENTION,
    /** The person did not understand the instructions. */
    @JsonProperty("screenedOut")
    SCREENED_OUT,
    /** The person has no window that is large enough. */
    @JsonProperty("incompatibleDevice")
    INCOMPATIBLE_DEVICE
  }

  /** An open link: nothing is known about who comes. */
  record Link() implements Recruitment {}

  /**
   * Prolific.
   *
   * @param participant name of the link's parameter with the participant's id
   * @param study name of the link's parameter with Prolific's id of the study
   * @param session name of the link's parameter with the id of the submission
   * @param studyId what the study's parameter must say; anything if empty
   * @param codes completion code per outcome
   */
  record Prolific(
      String participant,
      String study,
      String session,
      Optional<String> studyId,
      Map<Outcome, String> codes)
      implements Recruitment {
    /** The parameters have the names that Prolific proposes unless named otherwise. */
    public Prolific {
      participant = participant == null ? "PROLIFIC_PID" : participant;
      study = study == null ? "STUDY_ID" : study;
      session = session == null ? "SESSION_ID" : session;
      studyId = studyId == null ? Optional.empty() : studyId;
      codes = Map.copyOf(codes);
    }
  }

  /**
   * CloudResearch Connect.
   *
   * @param participant name of the link's parameter with the participant's id
   * @param codes completion code per outcome
   */
  record Connect(String participant, Map<Outcome, String> codes) implements Recruitment {
    /** The link's parameter is called participantId unless it is named. */
    public Connect {
      participant = participant == null ? "participantId" : participant;
      codes = Map.copyOf(codes);
    }
  }

  /** An ExternalQuestion as MTurk and its imitators put into a frame. */
  record MTurk() implements Recruitment {}

  /**
   * Any platform that passes on an id and takes people back by a link.
   *
   * @param participant name of the link's parameter with the participant's id
   * @param reference name of a parameter that return links repeat
   * @param returns link per outcome; {@code {reference}} stands for the reference
   */
  record Generic(String participant, Optional<String> reference, Map<Outcome, String> returns)
      implements Recruitment {
    /** Copies the map. */
    public Generic {
      returns = Map.copyOf(returns);
    }
  }

  /** Links that the server signs, one for each person; each makes one participation. */
  record Personal() implements Recruitment {}
}
