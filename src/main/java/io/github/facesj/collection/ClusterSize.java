package io.github.facesj.collection;

import java.util.Optional;

/**
 * A cluster in figures.
 *
 * @param id its id in the archive
 * @param name the person's, where it has one
 * @param ignored whether it is a stranger whom nobody wants to see
 * @param faces its faces
 * @param settled how many of them a person put there
 * @param photos on how many photos they are
 * @param doubled how many of them share a picture with another
 */
record ClusterSize(
    long id,
    Optional<String> name,
    boolean ignored,
    int faces,
    int settled,
    int photos,
    int doubled) {}
