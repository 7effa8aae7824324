package io.github.facesj.model;

/** Fetches a model's file. */
final class Download {

  /** End of the name of a file that is not complete yet. */
  static final String PART = ".part";

  private Download() {}
}
