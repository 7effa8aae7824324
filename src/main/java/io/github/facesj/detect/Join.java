package io.github.facesj.detect;

/** What becomes of several boxes round one face. */
public enum Join {
  /** The best one stays as it is. */
  NMS,
  /** The mean of all, weighted by their scores: RetinaFace's box voting. */
  VOTING
}
