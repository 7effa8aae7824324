package io.github.facesj.face;

/** The parts a face's points belong to. */
public enum FacePart {
  JAW,
  BROWS,
  NOSE,
  EYES,
  MOUTH
}
