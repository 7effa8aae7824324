package io.github.facesj.gallery;

import io.github.facesj.face.Embedding;
import io.github.facesj.face.PersonName;
import java.util.Objects;

/**
 * One photo of a known person.
 *
 * @param person the name, normalised by {@link PersonName}
 * @param photo where the face came from, for people to read
 * @param embedding the face
 */
public record Enrolled(String person, String photo, Embedding embedding) {

  /**
   * @throws IllegalArgumentException if the name is empty
   */
  public Enrolled {
    Objects.requireNonNull(photo, "photo");
    Objects.requireNonNull(embedding, "embedding");
    person = PersonName.of(person);
    if (person.isEmpty()) {
      throw new IllegalArgumentException("A person's name must have a letter.");
    }
  }
}
