package io.github.facesj.model;

import io.github.facesj.api.PublicApi;

/** What a model is for. A card names it in lower case. */
@PublicApi
public enum Task {
  /** Finds faces: boxes, scores, often five points. */
  DETECTION,
  /** Finds the points of one face: 68, 98 or 106. */
  LANDMARKS,
  /** Turns an aligned face into a vector that can be compared. */
  EMBEDDING,
  /** Tells where a head is turned to. */
  POSE,
  /** Sorts a face into one of several named classes. */
  ATTRIBUTE,
  /** Tells how well a face can be recognised. */
  QUALITY
}
