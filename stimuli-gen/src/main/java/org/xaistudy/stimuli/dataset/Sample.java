package org.xaistudy.stimuli.dataset;

/** A labelled sample: an {@link ImageSample} or a {@link SignalSample}. */
public interface Sample {
  /** Its name in the data set, such as {@code test/dotted-redcap/17}; unique. */
  String id();

  /** Index of its class. */
  int label();
}
