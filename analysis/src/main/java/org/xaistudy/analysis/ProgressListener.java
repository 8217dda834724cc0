package org.xaistudy.analysis;

/** Hears how far a long calculation is. */
@FunctionalInterface
public interface ProgressListener {
  /** Hears nothing. */
  ProgressListener SILENT = (task, done, total) -> {};

  /**
   * Called often, so it must be cheap.
   *
   * @param task what is being done, in a few words; a new one starts a new count
   * @param done how much of it is done
   * @param total how much there is to do
   */
  void at(String task, long done, long total);
}
