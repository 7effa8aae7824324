package io.github.facesj.photo.format;

import java.io.IOException;

/** A photo is not damaged, but made so that decoding it would take absurdly long. */
public final class DecodingLimitException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * @param what the rest of a sentence that begins with the photo, such as {@code it has ...}
   */
  DecodingLimitException(String what) {
    super(what);
  }
}
