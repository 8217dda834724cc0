package org.xaistudy.server.api;

import java.util.List;

/**
 * Answers to the questions about the instructions.
 *
 * @param chosen index of the chosen answer for each question, from 0
 */
public record ComprehensionRequest(List<Integer> chosen) {
  /** No list is an empty one; a gap is a wrong answer. */
  public ComprehensionRequest {
    chosen =
        chosen == null
            ? List.of()
            : chosen.stream().map(index -> index == null ? Integer.valueOf(-1) : index).toList();
  }
}
