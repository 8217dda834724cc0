package org.xaistudy.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.i18n.Message;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  @ParameterizedTest
  @ValueSource(strings = {"de", "fr"})
  void everythingIsSaidInEachLanguageWithTheSameNumbersInIt(String language) throws Exception {
    Properties spoken = new Properties();
    String file = "/messages/msg_" + language + ".properties";
    try (var in = getClass().getResourceAsStream(file)) {
      spoken.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    var english =
        Arrays.stream(Words.class.getDeclaredMethods())
            .collect(
                Collectors.toMap(m -> m.getName(), m -> m.getAnnotation(Message.class).value()));
    assertThat(spoken.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.keySet());
    english.forEach(
        (key, text) ->
            assertThat(placeholders(spoken.getProperty(key)))
                .as(key)
                .isEqualTo(placeholders(text)));
  }

  private static Set<String> placeholders(String text) {
    return Pattern.compile("\\{\\w+}")
        .matcher(text)
        .results()
        .map(match -> match.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
