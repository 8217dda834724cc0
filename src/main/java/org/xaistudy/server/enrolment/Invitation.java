package org.xaistudy.server.enrolment;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.environment.Languages;
import org.xaistudy.server.recruitment.Referral;
import org.xaistudy.server.recruitment.Source;

/**
 * What a link to a study carries besides the study; handed on from page to page until the consent.
 *
 * @param parameters the query, the first value of each name
 */
public record Invitation(Map<String, String> parameters) {
  private static final String LANGUAGE = "lang";

  /** Name of the parameter with which a program that simulates people shows the preview key. */
  public static final String SIMULATE = "simulate";

  private static final String PREVIEW = "preview";
  private static final String METHOD = "method";
  private static final int MOST = 12;
  private static final int LONGEST = 255;

  /** Reads a query, the first value of each name. */
  public static Invitation of(MultivaluedMap<String, String> query) {
    Map<String, String> first = new TreeMap<>();
    query.forEach((name, values) -> first.put(name, values.get(0)));
    return of(first);
  }

  /** Reads parameters; what is too much or too long for an honest link is dropped. */
  public static Invitation of(Map<String, String> query) {
    Map<String, String> kept = new TreeMap<>();
    query.forEach(
        (name, value) -> {
          boolean fits = isHonest(name) && isHonest(value);
          if (fits && kept.size() < MOST) {
            kept.put(name, value);
          }
        });
    return new Invitation(kept);
  }

  /** PostgreSQL stores no text with the character 0. */
  private static boolean isHonest(@Nullable String text) {
    return text != null && text.length() <= LONGEST && text.indexOf('\0') < 0;
  }

  /** The language that the link asks for. */
  public Optional<Locale> language() {
    return Optional.ofNullable(parameters.get(LANGUAGE)).map(Locale::forLanguageTag);
  }

  /** The languages that a person may understand: the link's, then the browser's. */
  public List<Locale> languages(HttpHeaders headers) {
    return Stream.concat(language().stream(), Languages.of(headers).stream()).toList();
  }

  /** Who never counts; empty for participants and for who has no right to preview. */
  public Optional<Arrival.Looking> looking(OpenStudy study) {
    return Optional.ofNullable(parameters.get(METHOD))
        .filter(method -> study.study().arms().stream().anyMatch(arm -> arm.id().equals(method)))
        .flatMap(
            method -> {
              if (study.previewKey().equals(parameters.get(PREVIEW))) {
                return Optional.of(new Arrival.Looking(Source.PREVIEW, method));
              }
              return study.previewKey().equals(parameters.get(SIMULATE))
                  ? Optional.of(new Arrival.Looking(Source.SIMULATED, method))
                  : Optional.empty();
            });
  }

  /** Who sent the person; empty if they must come by another link. */
  public Optional<Referral> referral(OpenStudy study) {
    return looking(study).isPresent()
        ? Optional.of(Referral.ofLink())
        : Referral.read(study.study(), study.personalLinks(), parameters);
  }

  /** The same invitation in another language. */
  public Invitation in(String language) {
    Map<String, String> changed = new TreeMap<>(parameters);
    changed.put(LANGUAGE, language);
    return new Invitation(changed);
  }

  /** As the query of a link; empty if there is nothing to carry. */
  public String query() {
    return parameters.entrySet().stream()
        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
        .collect(Collectors.joining("&", parameters.isEmpty() ? "" : "?", ""));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
