package org.xaistudy.stimuli.concept;

import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * Something that searches parts of the images at the same time, for data sets that outgrow one
 * machine. What it finds is what a {@link ReferenceSearch} of all images finds, to the byte.
 *
 * <p>An engine is found by name if its class is named in a jar's {@code META-INF/services} and the
 * jar lies on the class path.
 */
public interface SearchEngine {
  /** What it is called on the command line. */
  String name();

  /**
   * Searches parts and merges what is found.
   *
   * @param parts all images in at most so many parts; opening model and images for each must pay
   * @param search what to do with each, on any machine
   * @param done told now and then how many images are searched
   * @throws IOException if a part cannot be searched, saying why
   */
  References search(
      References.Question question,
      IntFunction<List<References.Range>> parts,
      RangeSearch search,
      IntConsumer done)
      throws IOException;

  /**
   * The engine of that name.
   *
   * @throws IllegalArgumentException naming those that are there
   */
  static SearchEngine named(String name) {
    TreeMap<String, SearchEngine> engines = new TreeMap<>();
    ServiceLoader.load(SearchEngine.class).forEach(engine -> engines.put(engine.name(), engine));
    SearchEngine engine = engines.get(name);
    if (engine == null) {
      throw new IllegalArgumentException(
          "no engine is called "
              + name
              + "; there are local"
              + String.join("", engines.keySet().stream().map(other -> ", " + other).toList())
              + " (spark comes with stimuli-gen-spark.jar: mvn -Pspark package)");
    }
    return engine;
  }
}
