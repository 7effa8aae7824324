package io.github.facesj.run;

import io.github.facesj.api.PublicApi;
import java.util.Objects;

/**
 * One thing that went wrong, in words a person can act on.
 *
 * @param where the file, image or slice
 * @param sentence what happened and what to do, in full sentences
 */
@PublicApi
public record Problem(String where, String sentence) {

  public Problem {
    Objects.requireNonNull(where, "where");
    sentence = Reason.printable(Objects.requireNonNull(sentence, "sentence"));
  }

  @Override
  public String toString() {
    return where + ": " + sentence;
  }
}
