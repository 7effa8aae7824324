package io.github.facesj.model;

import io.github.facesj.api.PublicApi;

/** Where a card comes from. */
@PublicApi
public enum Origin {
  /** It ships with FacesJ; its network may be in the jar or at a public address. */
  BUILT_IN,
  /** The user wrote it and put it into the models folder. */
  OWN
}
