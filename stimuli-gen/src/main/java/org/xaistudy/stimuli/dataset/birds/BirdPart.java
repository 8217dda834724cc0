package org.xaistudy.stimuli.dataset.birds;

/** What a person can point at on a drawn bird. */
public enum BirdPart {
  /** The dotted or striped breast and wing. */
  PLUMAGE,
  /** The head without beak, eye and cap. */
  HEAD,
  /** The red spot on the head; empty where a bird has none. */
  CAP,
  /** The eye with its ring. */
  EYE,
  /** The beak. */
  BEAK,
  /** The tail. */
  TAIL
}
