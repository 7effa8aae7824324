package io.github.facesj.run;

/**
 * Work that could not be done, with a message made for the user: what, which file, what to do. Core
 * classes throw it for a broken world (files, models, disks), and {@link IllegalArgumentException}
 * for a wrong request.
 */
public final class FacesException extends Exception {

  private static final long serialVersionUID = 1L;

  public FacesException(String sentence) {
    super(sentence);
  }

  public FacesException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
