package io.github.facesj.face;

import io.github.facesj.api.PublicApi;

/** The parts a face's points belong to. */
@PublicApi
public enum FacePart {
  JAW,
  BROWS,
  NOSE,
  EYES,
  MOUTH
}
