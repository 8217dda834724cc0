package org.xaistudy.server.participation;

import java.util.List;

/** Paragraphs of a text, which empty lines separate. */
final class Paragraphs {
  private Paragraphs() {}

  static List<String> of(String text) {
    return List.of(text.strip().split("\\n\\s*\\n"));
  }
}
