package org.xaistudy.studies;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/** A kind of explanation with its parameters; each is one arm of the study. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
  @JsonSubTypes.Type(value = Method.Crp.class, name = "crp"),
  @JsonSubTypes.Type(value = Method.Lrp.class, name = "lrp"),
  @JsonSubTypes.Type(value = Method.IntegratedGradients.class, name = "ig"),
  @JsonSubTypes.Type(value = Method.Shap.class, name = "shap"),
  @JsonSubTypes.Type(value = Method.GradCam.class, name = "gradcam")
})
public sealed interface Method {
  /** The name of the arm in links, manifest and responses. */
  String id();

  /**
   * Concept Relevance Propagation with RelMax reference images.
   *
   * @param composite name of the LRP composite
   * @param layer the layer whose channels are the concepts; the last convolution if empty
   * @param concepts how many concepts are shown
   * @param references how many reference images per concept
   */
  record Crp(String id, String composite, Optional<String> layer, int concepts, int references)
      implements Method {
    /** The arm's name is {@code crp} unless given. */
    public Crp {
      id = id == null ? "crp" : id;
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
   * Grad-CAM, signed.
   *
   * @param layer the layer looked at; the ReLU after the last convolution if empty
   */
  record GradCam(String id, Optional<String> layer) implements Method {
    /** The arm's name is {@code gradcam} unless given. */
    public GradCam {
      id = id == null ? "gradcam" : id;
    }
  }
}
