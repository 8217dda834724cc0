package org.xaistudy.stimuli.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.util.LongAccumulator;
import org.xaistudy.stimuli.concept.RangeSearch;
import org.xaistudy.stimuli.concept.ReferenceFile;
import org.xaistudy.stimuli.concept.References;
import org.xaistudy.stimuli.concept.SearchEngine;

/**
 * Searches with Apache Spark: one task a part of the images, whose references travel as the bytes
 * of a {@link ReferenceFile} and are merged two by two. The order in which parts come back does not
 * matter, nor that a lost part is searched again.
 *
 * <p>Where it runs is said in system properties ({@code -Dspark.master=spark://host:7077}); without
 * any, on all cores of this machine.
 */
public final class SparkEngine implements SearchEngine {
  /** Parts for each core: what one core is slow with, others make up for. */
  private static final int PARTS_A_CORE = 4;

  /** Without a cluster: all cores, nothing that listens to others. */
  private static final String HERE = "local[*]";

  @Override
  public String name() {
    return "spark";
  }

  @Override
  public References search(
      References.Question question,
      IntFunction<List<References.Range>> parts,
      RangeSearch search,
      IntConsumer done)
      throws IOException {
    try (JavaSparkContext spark = new JavaSparkContext(configuration())) {
      List<References.Range> ranges = parts.apply(PARTS_A_CORE * spark.defaultParallelism());
      LongAccumulator searched = spark.sc().longAccumulator("images searched");
      spark.sc().addSparkListener(progress(searched, done));
      byte[] whole =
          spark
              .parallelize(ranges, ranges.size())
              .map(range -> searched(question, range, search, searched))
              .treeReduce(SparkEngine::merged);
      return ReferenceFile.read(whole);
    } catch (Exception e) { // Spark throws checked exceptions that it does not declare
      throw plain(e);
    }
  }

  /** What went wrong in a task, without Spark's words around it, if a person can mend it. */
  private static IOException plain(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException || cause instanceof IllegalArgumentException) {
        return new IOException(cause.getMessage(), failure);
      }
    }
    return new IOException("Spark: " + failure.getMessage(), failure);
  }

  private static SparkConf configuration() {
    SparkConf configuration =
        new SparkConf()
            .setIfMissing("spark.master", HERE)
            .setIfMissing("spark.app.name", "stimuli-gen concepts references")
            .setIfMissing("spark.ui.enabled", "false");
    return configuration.get("spark.master").startsWith("local[")
        ? configuration
            .setIfMissing("spark.driver.host", "127.0.0.1")
            .setIfMissing("spark.driver.bindAddress", "127.0.0.1")
        : configuration;
  }

  private static SparkListener progress(LongAccumulator searched, IntConsumer done) {
    return new SparkListener() {
      @Override
      public void onTaskEnd(SparkListenerTaskEnd end) {
        done.accept(searched.value().intValue());
      }
    };
  }

  private static byte[] searched(
      References.Question question,
      References.Range range,
      RangeSearch search,
      LongAccumulator searched)
      throws IOException {
    byte[] found = ReferenceFile.bytes(search.search(question, range));
    searched.add(range.to() - range.from());
    return found;
  }

  private static byte[] merged(byte[] some, byte[] others) {
    try {
      References references = ReferenceFile.read(some);
      references.merge(ReferenceFile.read(others));
      return ReferenceFile.bytes(references);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
