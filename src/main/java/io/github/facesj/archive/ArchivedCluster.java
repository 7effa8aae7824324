package io.github.facesj.archive;

import java.util.Optional;

/**
 * A cluster of faces; one with a name is a person.
 *
 * @param id stays the same for ever
 * @param name the person's, unique in the archive; empty while nobody has given one
 * @param ignored whether it is a stranger whom nobody wants to see
 */
public record ArchivedCluster(long id, Optional<String> name, boolean ignored) {}
