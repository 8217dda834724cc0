package org.xaistudy.server.api;

import java.util.Collections;
import java.util.Map;

/**
 * Someone who agreed.
 *
 * @param key 32 letters, digits, hyphens or underscores, unguessable: the same key sent twice is
 *     one arrival
 * @param consentVersion the version of the text that was agreed to
 * @param parameters those of the link by which the person came
 */
public record EnrolRequest(String key, Integer consentVersion, Map<String, String> parameters) {
  /** No parameters means the open link. */
  public EnrolRequest {
    parameters = parameters == null ? Map.of() : Collections.unmodifiableMap(parameters);
  }
}
