package io.github.facesj.archive;

import io.github.facesj.face.PersonName;
import java.util.Optional;

/**
 * A cluster of faces; one with a name is a person.
 *
 * @param id stays the same for ever
 * @param name the person's, normalised and unique in the archive, but for archives of earlier
 *     versions; empty while nobody has given one
 * @param ignored whether it is a stranger whom nobody wants to see
 */
public record ArchivedCluster(long id, Optional<String> name, boolean ignored) {

  /** Archives from before names were normalised have some that look the same and are not. */
  public ArchivedCluster {
    name = name.map(PersonName::of).filter(text -> !text.isEmpty());
  }
}
