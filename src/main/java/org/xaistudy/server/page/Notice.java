package org.xaistudy.server.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.function.Function;
import org.xaistudy.server.recruitment.Return;
import org.xaistudy.studies.Text;

/** Pages that say one thing and lead nowhere. */
public enum Notice {
  /** Did not agree. */
  DECLINED(Response.Status.OK, Words::declinedTitle, Words::declinedText),
  /** Came without what the study's platform would have passed on. */
  UNINVITED(Response.Status.OK, Words::uninvitedTitle, Words::uninvitedText),
  /** Has withdrawn; nothing is left. */
  WITHDRAWN(Response.Status.OK, Words::withdrawnTitle, Words::withdrawnText),
  /** Took part in an earlier study. */
  REPEATED(Response.Status.OK, Words::repeatedTitle, Words::repeatedText),
  /** Has not begun. */
  NOT_YET(Response.Status.OK, Words::notYetTitle, Words::notYetText),
  /** Takes nobody in for a while. */
  PAUSED(Response.Status.OK, Words::pausedTitle, Words::pausedText),
  /** Is over. */
  CLOSED(Response.Status.OK, Words::closedTitle, Words::closedText),
  /** Was closed while the person was at work. */
  CLOSED_MEANWHILE(Response.Status.OK, Words::closedMeanwhileTitle, Words::closedMeanwhileText),
  /** No place is free. */
  FULL(Response.Status.OK, Words::fullTitle, Words::fullText),
  /** Came back too late. */
  GONE(Response.Status.OK, Words::goneTitle, Words::goneText),
  /** Failed too many attention checks. */
  INATTENTIVE(Response.Status.OK, Words::inattentiveTitle, Words::inattentiveText),
  /** Did not understand the instructions. */
  SCREENED_OUT(Response.Status.OK, Words::screenedOutTitle, Words::screenedOutText),
  /** Has no window that is large enough. */
  INCOMPATIBLE(Response.Status.OK, Words::incompatibleTitle, Words::incompatibleText),
  /** The files were edited meanwhile. */
  CHANGED(Response.Status.GONE, Words::changedTitle, Words::changedText),
  /** The same of one who had finished before. */
  FINISHED(Response.Status.OK, Words::thanksTitle, Words::finishedText),
  /** Very many come from the same address. */
  TOO_MANY(Response.Status.TOO_MANY_REQUESTS, Words::tooManyTitle, Words::tooManyText),
  /** Very many arrive. */
  BUSY(Response.Status.SERVICE_UNAVAILABLE, Words::busyTitle, Words::busyText),
  /** The server or its database failed. */
  TROUBLE(Response.Status.SERVICE_UNAVAILABLE, Words::troubleTitle, Words::troubleText),
  /** What was sent is not what a page of this server sends. */
  MALFORMED(Response.Status.BAD_REQUEST, Words::malformedTitle, Words::malformedText),
  /** No such page, or none that one may see. */
  MISSING(Response.Status.NOT_FOUND, Words::missingTitle, Words::missingText);

  private final Response.Status status;
  private final Function<Words, String> heading;
  private final Function<Words, String> text;

  Notice(Response.Status status, Function<Words, String> heading, Function<Words, String> text) {
    this.status = status;
    this.heading = heading;
    this.text = text;
  }

  @CheckedTemplate(basePath = "")
  static class Templates {
    private Templates() {}

    static native TemplateInstance notice(Frame frame, String heading, String text, Return back);
  }

  /** The page. */
  public Response show(Text title, Locale language) {
    return show(title, language, Return.NOWHERE);
  }

  /** The page with the way back to where the person came from. */
  public Response show(Text title, Locale language, Return back) {
    Words words = Spoken.in(language);
    Frame frame = Frame.of(language, title.in(language.getLanguage()));
    return Html.page(
        status.getStatusCode(),
        Templates.notice(frame, heading.apply(words), text.apply(words), back),
        language);
  }
}
