package io.github.facesj.detect;

import io.github.facesj.api.PublicApi;

/** What becomes of several boxes round one face. */
@PublicApi
public enum Join {
  /** The best one stays as it is. */
  NMS,
  /** The mean of all, weighted by their scores: RetinaFace's box voting. */
  VOTING
}
