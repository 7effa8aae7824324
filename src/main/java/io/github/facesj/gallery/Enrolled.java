package io.github.facesj.gallery;

import io.github.facesj.face.Embedding;
import java.util.Locale;
import java.util.Objects;

/**
 * One photo of a known person.
 *
 * @param person the name, any Unicode text of one line
 * @param photo where the face came from, for people to read
 * @param embedding the face
 */
public record Enrolled(String person, String photo, Embedding embedding) {

  /**
   * @throws IllegalArgumentException if the name is empty or has line breaks
   */
  public Enrolled {
    Objects.requireNonNull(photo, "photo");
    Objects.requireNonNull(embedding, "embedding");
    if (person.isBlank() || person.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "A person's name must be a text of one line, but was \"%s\".", person));
    }
  }
}
