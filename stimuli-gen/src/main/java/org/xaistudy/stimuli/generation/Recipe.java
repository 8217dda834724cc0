package org.xaistudy.stimuli.generation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.xaistudy.studies.Artefact;
import org.xaistudy.studies.DataSet;
import org.xaistudy.studies.Method;
import org.xaistudy.studies.Models;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.document.Sha256;

/**
 * All that the images of a study depend on: where it is unchanged, the same images would be made
 * again. Nothing that only people read belongs to it, nor how many take part and what is asked. Of
 * photographs it knows the place, not the content.
 *
 * @param generator version of the generator
 * @param seed of everything that is drawn by chance
 * @param dataset where the images come from, without the names that people read
 * @param artefact what is planted, if anything is
 * @param models how they are trained, and what must be true of them
 * @param modelFiles checksums of the networks that the study brings along
 * @param methods the kinds of explanation, in order, without the names of concepts
 * @param explained what is explained where a model may be wrong: what it says; empty where images
 *     are shown only if models are right
 * @param practiceTrials as many images are explained for practice
 * @param samples as many images are explained for trials
 * @param classes which predictions are shown, where people say what the model will say
 * @param training as many images are explained to learn from
 * @param candidates of so many classes an image is explained, where people choose
 * @param trials in which proportion, where right and wrong predictions are shown
 */
public record Recipe(
    String generator,
    long seed,
    DataSet dataset,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Artefact> artefact,
    Models models,
    Map<String, String> modelFiles,
    List<Method> methods,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String explained,
    int practiceTrials,
    int samples,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> classes,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int training,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> candidates,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Study.Outcomes> trials) {
  private static final ObjectMapper WRITER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addMixIn(Artefact.class, Wordless.class)
          .build();

  /** What people read about an artefact makes no image. */
  @JsonIgnoreProperties("words")
  private interface Wordless {}

  /**
   * The recipe of a study.
   *
   * @param variables values of variables in paths
   * @throws org.xaistudy.studies.document.InvalidFileException if a network is absent
   */
  public static Recipe of(StudyFile file, UnaryOperator<String> variables) {
    Study study = file.study();
    return new Recipe(
        GeneratorVersion.current(),
        study.seed(),
        nameless(study.dataset()),
        study.artefact(),
        study.models(),
        new ModelFiles(file, variables).checksums(),
        study.methods().stream().map(Recipe::nameless).toList(),
        study.task().comparesModels() ? "" : "prediction",
        study.design().practiceTrials(),
        study.design().samples(),
        study.design().classes(),
        study.design().trainingTrials(),
        study.design().candidates(),
        study.design().trials());
  }

  private static Method nameless(Method method) {
    return method instanceof Method.Crp crp ? crp.nameless() : method;
  }

  private static DataSet nameless(DataSet dataset) {
    if (dataset instanceof DataSet.Folder folder) {
      return new DataSet.Folder(
          folder.path(), folder.size(), folder.train(), folder.test(), Map.of());
    } else if (dataset instanceof DataSet.Birds || dataset instanceof DataSet.Signals) {
      return dataset;
    } else if (dataset instanceof DataSet.Given) {
      return new DataSet.Given(Map.of());
    }
    throw new AssertionError("nobody said what people read of " + dataset);
  }

  /** Checksum of the recipe as JSON, its keys in the order given here. */
  public String sha256() {
    try {
      return Sha256.of(WRITER.writeValueAsString(this).getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a recipe is plain values", e);
    }
  }
}
