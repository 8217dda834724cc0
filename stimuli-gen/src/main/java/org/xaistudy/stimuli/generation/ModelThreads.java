package org.xaistudy.stimuli.generation;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.xaistudy.studies.manifest.Manifest;

/**
 * A thread for each of the two models, in which all that concerns it happens one after the other.
 * The engine computes in one thread, so the models do not wait for each other, and the same study
 * gives the same bytes on however many processors.
 */
final class ModelThreads implements AutoCloseable {
  private final Map<Manifest.Model, ExecutorService> threads = new EnumMap<>(Manifest.Model.class);

  ModelThreads() {
    for (Manifest.Model role : Manifest.Model.values()) {
      threads.put(role, Executors.newSingleThreadExecutor(work -> thread(role, work)));
    }
  }

  private static Thread thread(Manifest.Model role, Runnable work) {
    Thread thread = new Thread(work, role.name());
    thread.setDaemon(true); // a process that ends does not wait for it
    return thread;
  }

  /** Does something with a model as soon as its thread is free. */
  <T> Future<T> start(Manifest.Model role, Callable<T> work) {
    return Objects.requireNonNull(threads.get(role)).submit(work);
  }

  /** Waits for a result; what went wrong in the thread goes on here. */
  static <T> T result(Future<T> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the models work", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failed) {
        throw failed;
      } else if (e.getCause() instanceof RuntimeException failed) {
        throw failed;
      } else if (e.getCause() instanceof Error failed) {
        throw failed;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /**
   * Called between the steps of long work in a model's thread.
   *
   * @throws CancellationException if nobody waits for it any more
   */
  static void goOn() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("nobody waits for this any more");
    }
  }

  /** Stops what is still done, after its step: nothing is written once this has returned. */
  @Override
  public void close() {
    threads.values().forEach(ExecutorService::shutdownNow);
    for (ExecutorService thread : threads.values()) {
      try {
        while (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
          // A step takes a moment; a machine that sleeps may take longer.
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
