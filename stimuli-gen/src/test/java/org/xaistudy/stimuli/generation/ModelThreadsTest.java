package org.xaistudy.stimuli.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.xaistudy.studies.manifest.Manifest.Model;

class ModelThreadsTest {
  @Test
  void theModelsWorkAtTheSameTime() throws IOException {
    CountDownLatch met = new CountDownLatch(2);
    try (ModelThreads threads = new ModelThreads()) {
      Future<String> artefact = threads.start(Model.ARTEFACT, () -> meet(met));
      Future<String> clean = threads.start(Model.CLEAN, () -> meet(met));
      assertThat(ModelThreads.result(artefact)).isEqualTo("ARTEFACT");
      assertThat(ModelThreads.result(clean)).isEqualTo("CLEAN");
    }
  }

  /** Returns only if both are here. */
  private static String meet(CountDownLatch met) throws InterruptedException {
    met.countDown();
    met.await();
    return Thread.currentThread().getName();
  }

  @Test
  void whatConcernsOneModelHappensInOrder() throws IOException {
    StringBuilder order = new StringBuilder();
    try (ModelThreads threads = new ModelThreads()) {
      Future<?> first = threads.start(Model.CLEAN, () -> order.append("a"));
      Future<?> second = threads.start(Model.CLEAN, () -> order.append("b"));
      ModelThreads.result(threads.start(Model.CLEAN, () -> order.append("c")));
      assertThat(first).isDone();
      assertThat(second).isDone();
    }
    assertThat(order).hasToString("abc");
  }

  @Test
  void whatGoesWrongInAThreadGoesOnInTheCallers() {
    try (ModelThreads threads = new ModelThreads()) {
      for (Exception failure : new Exception[] {new IOException("full"), new Refusal("no")}) {
        Future<?> failed =
            threads.start(
                Model.ARTEFACT,
                () -> {
                  throw failure;
                });
        assertThatThrownBy(() -> ModelThreads.result(failed)).isSameAs(failure);
      }
    }
  }

  /** When one model fails, the other's training must not write into a folder that is gone. */
  @Test
  void nothingIsDoneAnyMoreOnceClosed() throws InterruptedException {
    AtomicLong steps = new AtomicLong();
    CountDownLatch begun = new CountDownLatch(1);
    Future<?> endless;
    try (ModelThreads threads = new ModelThreads()) {
      endless =
          threads.start(
              Model.CLEAN,
              () -> {
                while (true) {
                  ModelThreads.goOn();
                  steps.incrementAndGet();
                  begun.countDown();
                }
              });
      begun.await();
    }
    long before = steps.get();
    assertThat(endless).isDone();
    Thread.sleep(20);
    assertThat(steps.get()).isPositive().isEqualTo(before);
  }
}
