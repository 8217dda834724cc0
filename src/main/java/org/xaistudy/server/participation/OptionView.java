package org.xaistudy.server.participation;

import java.util.List;
import org.xaistudy.server.images.OptionLabels;
import org.xaistudy.server.trial.Inquiry;

/**
 * What can be answered, on a page.
 *
 * @param value what is sent
 * @param label what people read
 */
record OptionView(String value, String label) {
  static List<OptionView> of(Inquiry inquiry, OptionLabels labels) {
    return inquiry.options().stream()
        .map(option -> new OptionView(option, labels.of(option)))
        .toList();
  }
}
