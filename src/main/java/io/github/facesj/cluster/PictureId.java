package io.github.facesj.cluster;

/**
 * A picture of a collection: two faces in the same one are two people.
 *
 * @param photo id of the photo
 * @param page from 0, of a file with several
 */
public record PictureId(long photo, int page) {}
