package org.xaistudy.stimuli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import org.xaistudy.stimuli.artefact.Planting;
import org.xaistudy.stimuli.bundle.BundleWriter;
import org.xaistudy.stimuli.dataset.LabelledImages;
import org.xaistudy.stimuli.dataset.Sample;
import org.xaistudy.stimuli.explanation.ConceptExplainer;
import org.xaistudy.stimuli.explanation.Explainer;
import org.xaistudy.stimuli.explanation.Explainer.DrawnPanel;
import org.xaistudy.stimuli.explanation.Explainer.Subject;
import org.xaistudy.stimuli.explanation.HeatMapExplainer;
import org.xaistudy.stimuli.explanation.Picture;
import org.xaistudy.stimuli.pixels.Pixels;
import org.xaistudy.studies.Method;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.Use;

/** Renders the selected images with every method for the models that they are shown for. */
final class StimulusRendering {
  private final Study study;
  private final LabelledImages images;
  private final Planting planting;
  private final Materials train;
  private final Materials test;
  private final BundleWriter bundle;
  private final Map<Integer, String> originals = new LinkedHashMap<>();

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

  /** A held-out image to be explained, and what for. */
  private record Job(int image, Use use) {}

  /** Renders all stimuli; sorted by their opaque ids, so that their order tells nothing. */
  List<Manifest.Stimulus> render(Selection selection, List<TrainedModel> models)
      throws IOException {
    List<Manifest.Stimulus> stimuli = new ArrayList<>();
    for (int m = 0; m < models.size(); m++) {
      renderFor(models.get(m), jobs(selection, m, models.size()), stimuli);
    }
    stimuli.sort(Comparator.comparing(Manifest.Stimulus::id));
    return stimuli;
  }

  private static List<Job> jobs(Selection selection, int model, int models) {
    List<Job> jobs = new ArrayList<>();
    jobs.add(new Job(selection.example(), Use.EXAMPLE));
    for (int i = 0; i < selection.practice().size(); i++) {
      if (i % models == model) {
        jobs.add(new Job(selection.practice().get(i), Use.PRACTICE));
      }
    }
    selection.trial().forEach(image -> jobs.add(new Job(image, Use.TRIAL)));
    return jobs;
  }

  private void renderFor(TrainedModel model, List<Job> jobs, List<Manifest.Stimulus> stimuli)
      throws IOException {
    List<Map<String, Manifest.Explanation>> explanations = new ArrayList<>();
    jobs.forEach(job -> explanations.add(new LinkedHashMap<>()));
    String name = model.role().name().toLowerCase(java.util.Locale.ROOT);
    for (Method method : study.methods()) {
      try (Explainer explainer = explainer(method, model);
          ProgressBar bar =
              Progress.bar("Explaining the " + name + " model: " + method.id(), jobs.size())) {
        for (int j = 0; j < jobs.size(); j++) {
          List<DrawnPanel> panels = explainer.explain(subject(jobs.get(j).image()));
          explanations.get(j).put(method.id(), written(panels, method));
          bar.step();
        }
      }
    }
    for (int j = 0; j < jobs.size(); j++) {
      stimuli.add(stimulus(model, jobs.get(j), explanations.get(j)));
    }
  }

  private Explainer explainer(Method method, TrainedModel model) {
    if (method instanceof Method.Crp crp) {
      try (ProgressBar bar = Progress.bar("Searching reference images", train.labels().length)) {
        return new ConceptExplainer(
            crp, model.network(), train.pool(model.carriers(), planting), bar::stepTo);
      }
    } else if (method instanceof Method.Lrp lrp) {
      return HeatMapExplainer.lrp(lrp, model.network());
    } else if (method instanceof Method.IntegratedGradients gradients) {
      return HeatMapExplainer.integratedGradients(gradients, model.network());
    } else if (method instanceof Method.Shap shap) {
      return HeatMapExplainer.shap(shap, model.network(), study.seed());
    }
    return HeatMapExplainer.gradCam((Method.GradCam) method, model.network());
  }

  /** The study's images always carry the artefact. */
  private Subject subject(int image) {
    Sample sample = test.samples().get(image);
    BufferedImage seen = planting.plant(sample.image(study.dataset().size()));
    BufferedImage display = planting.plant(sample.image(Explainer.SIDE));
    return new Subject(Pixels.of(seen), test.planted().slice(image), sample.label(), display);
  }

  private Manifest.Explanation written(List<DrawnPanel> panels, Method method) throws IOException {
    List<Manifest.Panel> written = new ArrayList<>();
    for (DrawnPanel panel : panels) {
      List<String> images = new ArrayList<>();
      List<String> alternatives = new ArrayList<>();
      for (int i = 0; i < panel.pictures().size(); i++) {
        Picture picture = panel.pictures().get(i);
        String group = method.id() + "/" + i;
        String image = bundle.add(picture.usual(), group);
        images.add(image);
        alternatives.add(
            picture.alternative().isPresent()
                ? bundle.add(picture.alternative().get(), group + "/alternative")
                : image);
      }
      written.add(new Manifest.Panel(panel.relevance(), images, alternatives));
    }
    return new Manifest.Explanation(written);
  }

  private Manifest.Stimulus stimulus(
      TrainedModel model, Job job, Map<String, Manifest.Explanation> explanations)
      throws IOException {
    Sample sample = test.samples().get(job.image());
    if (!originals.containsKey(job.image())) {
      BufferedImage display = planting.plant(sample.image(Explainer.SIDE));
      originals.put(job.image(), bundle.add(display, "original"));
    }
    return new Manifest.Stimulus(
        bundle.opaqueName(),
        job.use(),
        sample.id(),
        images.classes().get(sample.label()),
        images.classes().get(model.predictions().planted()[job.image()]),
        model.role(),
        model.predictions().changedByArtefact(job.image()),
        originals.get(job.image()),
        explanations);
  }
}
