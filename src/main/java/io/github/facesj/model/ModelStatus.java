package io.github.facesj.model;

import io.github.facesj.api.PublicApi;

/** Whether a model can be used now. */
@PublicApi
public enum ModelStatus {
  /** Its files lie in the jar. */
  EMBEDDED,
  /** Its files lie in the models folder. */
  INSTALLED,
  /** At least one of its files is nowhere. */
  MISSING,
  /** At least one of its files lies where it belongs, but its content is not the card's. */
  DAMAGED
}
