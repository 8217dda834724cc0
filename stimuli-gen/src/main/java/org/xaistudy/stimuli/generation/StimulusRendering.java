package org.xaistudy.stimuli.generation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import me.tongfei.progressbar.ProgressBar;
import org.xaistudy.stimuli.artefact.Planting;
import org.xaistudy.stimuli.bundle.BundleWriter;
import org.xaistudy.stimuli.dataset.LabelledImages;
import org.xaistudy.stimuli.dataset.Sample;
import org.xaistudy.stimuli.explanation.DrawnPicture;
import org.xaistudy.stimuli.explanation.Explainer;
import org.xaistudy.stimuli.explanation.Explainer.DrawnPanel;
import org.xaistudy.stimuli.explanation.Explainer.Subject;
import org.xaistudy.stimuli.pixels.Pixels;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.Use;

/**
 * Renders the selected images with every method for the models that they are shown for. Both
 * models' decisions about an image are explained at the same time, each in a thread of its own,
 * because the engine computes in one thread; they are written one after the other, so that the same
 * study gives the same bytes.
 */
final class StimulusRendering {
  private final Study study;
  private final LabelledImages images;
  private final Planting planting;
  private final Materials train;
  private final Materials test;
  private final BundleWriter bundle;

  StimulusRendering(
      Study study,
      LabelledImages images,
      Planting planting,
      Materials train,
      Materials test,
      BundleWriter bundle) {
    this.study = study;
    this.images = images;
    this.planting = planting;
    this.train = train;
    this.test = test;
    this.bundle = bundle;
  }

  /** A held-out image to be explained, what for, and which models' decisions. */
  private record Job(int image, Use use, List<Explainers> models) {}

  /** Renders all stimuli; sorted by their opaque ids, so that their order tells nothing. */
  List<Manifest.Stimulus> render(ShownImages shown, List<TrainedModel> models) throws IOException {
    List<Explainers> explainers = new ArrayList<>();
    try {
      for (TrainedModel model : models) {
        explainers.add(new Explainers(study, model, train.pool(model.carriers(), planting)));
      }
      return render(jobs(shown, explainers));
    } finally {
      explainers.forEach(Explainers::close);
    }
  }

  private static List<Job> jobs(ShownImages shown, List<Explainers> models) {
    List<Job> jobs = new ArrayList<>();
    jobs.add(new Job(shown.example(), Use.EXAMPLE, models));
    for (int i = 0; i < shown.practice().size(); i++) {
      Explainers turn = models.get(i % models.size());
      jobs.add(new Job(shown.practice().get(i), Use.PRACTICE, List.of(turn)));
    }
    shown.trial().forEach(image -> jobs.add(new Job(image, Use.TRIAL, models)));
    return jobs;
  }

  private List<Manifest.Stimulus> render(List<Job> jobs) throws IOException {
    List<Manifest.Stimulus> stimuli = new ArrayList<>();
    int decisions = jobs.stream().mapToInt(job -> job.models().size()).sum();
    ExecutorService threads = Executors.newFixedThreadPool(Manifest.Model.values().length);
    try (ProgressBar bar =
        ProgressBars.bar("Explaining decisions", (long) decisions * study.methods().size())) {
      for (Job job : jobs) {
        stimuli.addAll(render(job, threads, bar));
      }
    } finally {
      threads.shutdownNow();
    }
    stimuli.sort(Comparator.comparing(Manifest.Stimulus::id));
    return stimuli;
  }

  private List<Manifest.Stimulus> render(Job job, ExecutorService threads, ProgressBar bar)
      throws IOException {
    Subject subject = subject(job.image());
    String original = bundle.add(subject.display(), "original");
    List<CompletableFuture<Map<String, List<DrawnPanel>>>> drawings =
        job.models().stream()
            .map(
                model ->
                    CompletableFuture.supplyAsync(() -> explained(subject, model, bar), threads))
            .toList();
    List<Manifest.Stimulus> stimuli = new ArrayList<>();
    for (int i = 0; i < drawings.size(); i++) {
      Map<String, Manifest.Explanation> written = written(drawings.get(i).join());
      stimuli.add(stimulus(job.models().get(i).model(), job, original, written));
    }
    return stimuli;
  }

  /** The study's images always carry the artefact. */
  private Subject subject(int image) {
    Sample sample = test.samples().get(image);
    BufferedImage seen = planting.plant(sample.image(study.dataset().size()));
    BufferedImage display = planting.plant(sample.image(Explainer.SIDE));
    return new Subject(Pixels.of(seen), test.planted().slice(image), sample.label(), display);
  }

  private static Map<String, List<DrawnPanel>> explained(
      Subject subject, Explainers model, ProgressBar bar) {
    Map<String, List<DrawnPanel>> drawings = new LinkedHashMap<>();
    for (Map.Entry<String, Explainer> method : model.byMethod().entrySet()) {
      drawings.put(method.getKey(), method.getValue().explain(subject));
      bar.step();
    }
    return drawings;
  }

  private Map<String, Manifest.Explanation> written(Map<String, List<DrawnPanel>> drawings)
      throws IOException {
    Map<String, Manifest.Explanation> explanations = new LinkedHashMap<>();
    for (Map.Entry<String, List<DrawnPanel>> method : drawings.entrySet()) {
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
      written.add(new Manifest.Panel(panel.relevance(), pictures));
    }
    return new Manifest.Explanation(written);
  }

  private Manifest.Stimulus stimulus(
      TrainedModel model,
      Job job,
      String original,
      Map<String, Manifest.Explanation> explanations) {
    Sample sample = test.samples().get(job.image());
    return new Manifest.Stimulus(
        bundle.opaqueName(),
        job.use(),
        sample.id(),
        images.classes().get(sample.label()),
        images.classes().get(model.predictions().planted()[job.image()]),
        model.role(),
        model.predictions().changedByArtefact(job.image()),
        original,
        explanations);
  }
}
