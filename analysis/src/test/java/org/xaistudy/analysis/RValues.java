package org.xaistudy.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What R says: files {@code case,quantity,value} below a line that names its version. */
public final class RValues {
  private final Map<String, Map<String, Double>> cases = new LinkedHashMap<>();

  /** Those of a file beside this class. */
  public RValues(String name) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                RValues.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
      lines.lines().skip(2).map(line -> line.split(",")).forEach(this::enter);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void enter(String[] cells) {
    cases
        .computeIfAbsent(cells[0], name -> new LinkedHashMap<>())
        .put(cells[1], cells[2].equals("NA") ? Double.NaN : Double.parseDouble(cells[2]));
  }

  /** Of all cases. */
  public Set<String> names() {
    return cases.keySet();
  }

  /** All values of a case, by quantity. */
  public Map<String, Double> of(String name) {
    return cases.get(name);
  }

  /** Holds a value to R's; the tolerance is relative for those beyond 1. */
  public void assertAgrees(String name, String quantity, double value, double tolerance) {
    double expected = cases.get(name).get(quantity);
    if (Double.isNaN(expected)) {
      assertThat(value).as("%s: %s", name, quantity).isNaN();
    } else {
      assertThat(value)
          .as("%s: %s", name, quantity)
          .isCloseTo(expected, within(tolerance * Math.max(1, Math.abs(expected))));
    }
  }
}
