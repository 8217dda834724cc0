package org.xaistudy.stimuli.generation;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import me.tongfei.progressbar.ProgressBar;
import org.xaistudy.stimuli.bundle.BundleWriter;
import org.xaistudy.stimuli.check.ColourGuessers;
import org.xaistudy.stimuli.check.HeldOut;
import org.xaistudy.stimuli.check.IdealReaders;
import org.xaistudy.stimuli.dataset.LabelledImages;
import org.xaistudy.stimuli.dataset.Sample;
import org.xaistudy.stimuli.explanation.Depiction;
import org.xaistudy.stimuli.explanation.DrawnCurve;
import org.xaistudy.stimuli.explanation.DrawnPicture;
import org.xaistudy.stimuli.explanation.Explainer.DrawnPanel;
import org.xaistudy.stimuli.explanation.Explainer.Subject;
import org.xaistudy.stimuli.explanation.ExplainerKind;
import org.xaistudy.stimuli.explanation.ExplainerKinds;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.render.EncodedImage;
import org.xaistudy.studies.DataSet;
import org.xaistudy.studies.Method;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.Text;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.Look;
import org.xaistudy.studies.manifest.Manifest.Use;

/**
 * Renders the images to be shown with every method for the models that they are shown for. Each
 * model's decisions are explained in its thread, some images ahead; they are written one after the
 * other, so that the same study gives the same bytes.
 */
final class StimulusRendering {
  /** So many images are explained before the first of them is written. */
  private static final int AHEAD = 4;

  private final Study study;
  private final LabelledImages images;
  private final Materials test;
  private final BundleWriter bundle;
  private final IdealReaders readers;
  private final ColourGuessers guessers;

  StimulusRendering(Study study, LabelledImages images, Materials test, BundleWriter bundle) {
    this.study = study;
    this.images = images;
    this.test = test;
    this.bundle = bundle;
    int[] shape = Medium.shape(study.dataset());
    readers = new IdealReaders(test.medium().mask(), shape[1], shape[2]);
    guessers = new ColourGuessers(shape[1], shape[2]);
  }

  /** What was found out about the methods while their explanations were rendered. */
  Map<String, Manifest.MethodFacts> methods(ExplainerKinds kinds) {
    Map<String, Manifest.MethodFacts> facts = new LinkedHashMap<>();
    Map<String, Manifest.IdealReader> measured = readers.results();
    Map<String, Manifest.ColourGuesser> guessed = guessers.results();
    for (Method method : study.methods()) {
      ExplainerKind kind = kinds.of(method);
      facts.put(
          method.id(),
          new Manifest.MethodFacts(
              kind.look(),
              reading(kind),
              Optional.ofNullable(measured.get(method.id())),
              Optional.ofNullable(guessed.get(method.id()))));
    }
    return facts;
  }

  /** What a kind says of itself; of curves, what the pages' own words leave open. */
  private Optional<Text> reading(ExplainerKind kind) {
    boolean curves = study.dataset() instanceof DataSet.Signals;
    return kind.reading()
        .or(
            () ->
                curves && kind.look() == Look.HEATMAP
                    ? Optional.of(DrawnCurve.reading())
                    : Optional.empty());
  }

  /**
   * A held-out image to be explained, what for, which models' decisions, and which classes beside
   * those that they say.
   */
  private record Job(int image, Use use, List<Explainers> models, List<Integer> others) {}

  /** A class while it is explained by all methods. */
  private record Explained(int target, Future<Map<String, List<DrawnPanel>>> drawings) {}

  /** A model's decision while it is explained: what it says, and what else it might have said. */
  private record Decision(TrainedModel model, Explained said, List<Explained> others) {}

  /** An image while its decisions are explained. */
  private record Started(Job job, EncodedImage original, List<Decision> decisions) {}

  /** Renders all stimuli; sorted by their opaque ids, so that their order tells nothing. */
  List<Manifest.Stimulus> render(ShownImages shown, List<Explainers> models, ModelThreads threads)
      throws IOException {
    List<Job> jobs = jobs(shown, models, candidates(shown, models));
    List<Manifest.Stimulus> stimuli = new ArrayList<>();
    Deque<Started> started = new ArrayDeque<>();
    long explained =
        jobs.stream().mapToLong(job -> job.models().size() * (1L + job.others().size())).sum();
    try (ProgressBar bar =
        ProgressBars.bar("Explaining decisions", explained * study.methods().size())) {
      for (Job job : jobs) {
        started.add(start(job, threads, bar));
        if (started.size() > AHEAD) {
          stimuli.addAll(written(started.remove()));
        }
      }
      while (!started.isEmpty()) {
        stimuli.addAll(written(started.remove()));
      }
    }
    stimuli.sort(Comparator.comparing(Manifest.Stimulus::id));
    return stimuli;
  }

  private Candidates candidates(ShownImages shown, List<Explainers> models) {
    return Candidates.of(
        study, models.stream().map(Explainers::model).toList(), test.planted(), shown.all());
  }

  private static List<Job> jobs(ShownImages shown, List<Explainers> models, Candidates candidates) {
    List<Job> jobs = new ArrayList<>();
    shown.examples().forEach(image -> jobs.add(job(image, Use.EXAMPLE, models, candidates)));
    for (int i = 0; i < shown.practice().size(); i++) {
      List<Explainers> turn = List.of(models.get(i % models.size()));
      jobs.add(job(shown.practice().get(i), Use.PRACTICE, turn, candidates));
    }
    shown.training().forEach(image -> jobs.add(job(image, Use.TRAINING, models, candidates)));
    shown.trial().forEach(image -> jobs.add(job(image, Use.TRIAL, models, candidates)));
    return jobs;
  }

  private static Job job(int image, Use use, List<Explainers> models, Candidates candidates) {
    return new Job(image, use, models, candidates.beside(image));
  }

  /** The study's images always carry the artefact, if there is one. */
  private Started start(Job job, ModelThreads threads, ProgressBar bar) {
    Sample sample = test.samples().get(job.image());
    Depiction depiction = test.medium().depiction(sample, true);
    Tensor colours = test.medium().values(sample, true);
    Tensor input = test.planted().slice(job.image());
    List<Decision> decisions = new ArrayList<>();
    for (Explainers model : job.models()) {
      List<Explained> explained = new ArrayList<>();
      List<Integer> targets = new ArrayList<>(List.of(said(model.model(), job)));
      targets.addAll(job.others());
      for (int target : targets) {
        Subject subject = new Subject(colours, input, target, depiction);
        explained.add(
            new Explained(
                target,
                threads.start(model.model().role(), () -> model.explain(subject, bar::step))));
      }
      decisions.add(
          new Decision(model.model(), explained.get(0), explained.subList(1, explained.size())));
    }
    return new Started(job, EncodedImage.of(depiction.whole()), decisions);
  }

  /** The class that a model says, which is what is explained, right or wrong. */
  private static int said(TrainedModel model, Job job) {
    return model.predictions().planted()[job.image()];
  }

  private List<Manifest.Stimulus> written(Started started) throws IOException {
    String original = bundle.add(started.original(), "original");
    List<Manifest.Stimulus> stimuli = new ArrayList<>();
    for (Decision decision : started.decisions()) {
      Map<String, List<DrawnPanel>> said = ModelThreads.result(decision.said().drawings());
      Map<Integer, Map<String, List<DrawnPanel>>> others = new LinkedHashMap<>();
      for (Explained other : decision.others()) {
        others.put(other.target(), ModelThreads.result(other.drawings()));
      }
      if (started.job().use() == Use.TRIAL) {
        measure(decision.model(), said, others.values());
      }
      stimuli.add(stimulus(decision.model(), started.job(), original, said, others));
    }
    return stimuli;
  }

  private void measure(
      TrainedModel model,
      Map<String, List<DrawnPanel>> said,
      Collection<Map<String, List<DrawnPanel>>> others) {
    said.forEach(
        (method, panels) -> {
          readers.add(method, model.role(), maps(panels));
          guessers.add(
              method,
              maps(panels),
              others.stream().map(byMethod -> maps(requireNonNull(byMethod.get(method)))).toList());
        });
  }

  private static List<Tensor> maps(List<DrawnPanel> panels) {
    return panels.stream().flatMap(panel -> panel.map().stream()).toList();
  }

  private Map<String, Manifest.Explanation> written(Map<String, List<DrawnPanel>> drawings)
      throws IOException {
    Map<String, Manifest.Explanation> explanations = new LinkedHashMap<>();
    for (var method : drawings.entrySet()) {
      explanations.put(method.getKey(), written(method.getValue(), method.getKey()));
    }
    return explanations;
  }

  private Manifest.Explanation written(List<DrawnPanel> panels, String method) throws IOException {
    List<Manifest.Panel> written = new ArrayList<>();
    for (DrawnPanel panel : panels) {
      List<Manifest.Picture> pictures = new ArrayList<>();
      for (int i = 0; i < panel.pictures().size(); i++) {
        DrawnPicture picture = panel.pictures().get(i);
        String group = method + "/" + i;
        String usual = bundle.add(picture.usual(), group);
        pictures.add(
            picture.alternative().isPresent()
                ? new Manifest.Picture(
                    usual, bundle.add(picture.alternative().get(), group + "/alternative"))
                : new Manifest.Picture(usual));
      }
      written.add(
          new Manifest.Panel(panel.relevance(), panel.channel(), pictures, panel.oddities()));
    }
    return new Manifest.Explanation(written);
  }

  /** What is true of a prediction: that the artefact is used, or that it is right. */
  private boolean truth(HeldOut.Predictions predictions, int image) {
    return switch (study.task()) {
      case ARTEFACT_USE, RECOMMENDATION -> predictions.changedByArtefact(image);
      case CORRECTNESS, DISTINCTION, FORWARD_SIMULATION -> predictions.rightWithArtefact(image);
    };
  }

  private Manifest.Stimulus stimulus(
      TrainedModel model,
      Job job,
      String original,
      Map<String, List<DrawnPanel>> said,
      Map<Integer, Map<String, List<DrawnPanel>>> others)
      throws IOException {
    Sample sample = test.samples().get(job.image());
    Map<String, Manifest.Explanation> explanations = written(said);
    Map<String, Map<String, Manifest.Explanation>> beside = new LinkedHashMap<>();
    for (var other : others.entrySet()) {
      beside.put(images.classes().get(other.getKey()), written(other.getValue()));
    }
    return new Manifest.Stimulus(
        bundle.opaqueName(),
        job.use(),
        sample.id(),
        images.classes().get(sample.label()),
        images.classes().get(said(model, job)),
        model.role(),
        truth(model.predictions(), job.image()),
        original,
        explanations,
        beside);
  }
}
