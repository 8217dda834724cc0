package org.xaistudy.stimuli.concept;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.xaistudy.stimuli.attribution.Lrp;

/**
 * A class that uses a channel (Achtibat et al. 2023, Fig. 4b).
 *
 * @param number of the class
 * @param mean of the channel's criterion over the class's images
 * @param references the images of the class with the largest values, for that class
 */
public record ClassUse(int number, double mean, List<Reference> references) {
  /** So many images of a class are looked through for its references. */
  private static final int LOOKED_THROUGH = 128;

  /** Copies the list. */
  public ClassUse {
    references = List.copyOf(references);
  }

  /** The classes whose images use a channel most, without references. */
  public static List<ClassUse> most(
      References references, String layer, Criterion criterion, int channel, int count) {
    double[] means = references.means(layer, criterion, channel);
    return IntStream.range(0, means.length)
        .boxed()
        .filter(k -> references.images(k) > 0)
        .sorted(Comparator.comparing(k -> -means[k]))
        .limit(count)
        .map(k -> new ClassUse(k, means[k], List.of()))
        .toList();
  }

  /**
   * The same with references.
   *
   * @param classes of all images: the true ones, or the predicted ones where nobody knows
   */
  public ClassUse withReferences(
      Lrp lrp,
      ImageSource source,
      List<Integer> classes,
      String layer,
      Criterion criterion,
      int channel,
      int count) {
    List<Integer> own =
        IntStream.range(0, source.count())
            .boxed()
            .filter(image -> classes.get(image) == number)
            .limit(LOOKED_THROUGH)
            .toList();
    if (own.isEmpty()) {
      return this;
    }
    Subset subset = new Subset(source, own);
    ReferenceSearch search = new ReferenceSearch(lrp, subset, new Targets.OneClass(number));
    References found =
        new References(search.question("", "", List.of(layer), List.of(criterion), count));
    search.search(found, 0, subset.count(), done -> {});
    List<Reference> numbered = new ArrayList<>();
    for (Reference r : found.layer(layer).ranking(criterion).of(channel)) {
      numbered.add(new Reference(own.get(r.image()), r.value(), r.row(), r.column()));
    }
    return new ClassUse(number, mean, numbered);
  }
}
