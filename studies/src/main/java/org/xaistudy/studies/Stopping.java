package org.xaistudy.studies;

import java.util.List;
import java.util.Optional;

/**
 * When the study ends, and when its answers may be looked at before.
 *
 * @param rule in words, as the report repeats it
 * @param looks participants per method who have finished at each look, ascending; the last is the
 *     whole study. One look at the end if not given
 */
public record Stopping(Optional<String> rule, Optional<List<Integer>> looks) {}
