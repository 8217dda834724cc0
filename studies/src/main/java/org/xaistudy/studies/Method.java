package org.xaistudy.studies;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Optional;

/** A kind of explanation with its parameters; each is one arm of the study. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
  @JsonSubTypes.Type(value = Method.Crp.class, name = "crp"),
  @JsonSubTypes.Type(value = Method.Lrp.class, name = "lrp"),
  @JsonSubTypes.Type(value = Method.IntegratedGradients.class, name = "ig"),
  @JsonSubTypes.Type(value = Method.Shap.class, name = "shap"),
  @JsonSubTypes.Type(value = Method.GradCam.class, name = "gradcam"),
  @JsonSubTypes.Type(value = Method.None.class, name = "none"),
  @JsonSubTypes.Type(value = Method.Plugin.class, name = "plugin"),
  @JsonSubTypes.Type(value = Method.Given.class, name = "given")
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public sealed interface Method {
  /** The name of the arm in links, manifest and responses. */
  String id();

  /** Its key in study.yaml. */
  default String kind() {
    for (JsonSubTypes.Type type : Method.class.getAnnotation(JsonSubTypes.class).value()) {
      if (type.value() == getClass()) {
        return type.name();
      }
    }
    throw new IllegalStateException("no key for " + getClass());
  }

  /**
   * Concept Relevance Propagation with RelMax reference images.
   *
   * @param composite name of the LRP composite
   * @param layer the layer whose channels are the concepts; the last convolution if empty
   * @param concepts how many concepts are shown
   * @param references how many reference images per concept
   * @param minShare concepts with a smaller share of relevance are not shown, but for the
   *     strongest; all are if empty
   * @param names what participants read beside a concept's number; nothing if empty
   */
  record Crp(
      String id,
      String composite,
      Optional<String> layer,
      int concepts,
      int references,
      Optional<Double> minShare,
      Optional<Names> names)
      implements Method {
    /** The arm's name is {@code crp} unless given. */
    public Crp {
      id = id == null ? "crp" : id;
      minShare = minShare == null ? Optional.empty() : minShare;
      names = names == null ? Optional.empty() : names;
    }

    /** The same without names: what pictures depend on. */
    public Crp nameless() {
      return new Crp(id, composite, layer, concepts, references, minShare, Optional.empty());
    }
  }

  /**
   * What the channels of a layer are called, in each of the two models or in the one.
   *
   * @param artefact by channel, of the model that learned the artefact
   * @param clean by channel, of the other
   */
  record Names(Map<Integer, Text> artefact, Map<Integer, Text> clean, Map<Integer, Text> model) {
    /** Copies the maps; an absent one is empty. */
    public Names {
      artefact = artefact == null ? Map.of() : Map.copyOf(artefact);
      clean = clean == null ? Map.of() : Map.copyOf(clean);
      model = model == null ? Map.of() : Map.copyOf(model);
    }
  }

  /**
   * Layer-wise Relevance Propagation.
   *
   * @param composite name of the LRP composite
   */
  record Lrp(String id, String composite) implements Method {
    /** The arm's name is {@code lrp} unless given. */
    public Lrp {
      id = id == null ? "lrp" : id;
    }
  }

  /**
   * Integrated Gradients from a zero baseline (the mean colour).
   *
   * @param steps nodes of the Gauss–Legendre quadrature
   */
  record IntegratedGradients(String id, int steps) implements Method {
    /** The arm's name is {@code ig} unless given. */
    public IntegratedGradients {
      id = id == null ? "ig" : id;
    }
  }

  /**
   * Shapley values of superpixels by sampled permutations.
   *
   * @param segments about how many superpixels (SLIC)
   * @param permutations how many permutations are sampled, at most
   * @param standardError fewer are enough once the values' standard errors (root mean square) are
   *     at most this share of the largest value; 0, as where it is not said: all permutations
   * @param baseline what absent superpixels show, in normalised input space
   */
  record Shap(String id, int segments, int permutations, double standardError, double baseline)
      implements Method {
    /** The arm's name is {@code shap} unless given. */
    public Shap {
      id = id == null ? "shap" : id;
    }
  }

  /**
   * Grad-CAM.
   *
   * @param layer the layer looked at; the ReLU after the last convolution if empty
   * @param sign whether what speaks against the prediction is shown, too; it is if empty
   */
  record GradCam(String id, Optional<String> layer, Optional<Sign> sign) implements Method {
    /** The arm's name is {@code gradcam} unless given. */
    public GradCam {
      id = id == null ? "gradcam" : id;
      sign = sign == null ? Optional.empty() : sign;
    }

    /** Whether only what speaks for the prediction is shown. */
    public boolean rectified() {
      return sign.equals(Optional.of(Sign.RECTIFIED));
    }
  }

  /** Which values of a map are shown. */
  enum Sign {
    /** All. */
    @JsonProperty("signed")
    SIGNED,
    /** What speaks for the prediction, as in the paper of Grad-CAM. */
    @JsonProperty("rectified")
    RECTIFIED
  }

  /** No explanation: picture and prediction only, the control arm. */
  record None(String id) implements Method {
    /** The arm's name is {@code none} unless given. */
    public None {
      id = id == null ? "none" : id;
    }
  }

  /**
   * A kind of explanation that the generator finds in a jar.
   *
   * @param name what the plug-in calls itself
   * @param parameters what it wants to know, held against the schema that it brings
   */
  record Plugin(String id, String name, JsonNode parameters) implements Method {
    /** The arm's name is the plug-in's unless given. */
    public Plugin {
      id = id == null ? name : id;
      parameters = parameters == null ? JsonNodeFactory.instance.objectNode() : parameters;
    }
  }

  /**
   * Pictures that were made elsewhere and are imported.
   *
   * @param reading how to read them, in words for participants; empty where nothing is to be said
   */
  record Given(String id, Optional<Text> reading) implements Method {
    /** Fills in what was left out. */
    public Given {
      reading = reading == null ? Optional.empty() : reading;
    }
  }
}
