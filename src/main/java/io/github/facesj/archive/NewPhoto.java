package io.github.facesj.archive;

import java.util.Optional;

/** A photo that has no id yet; the values are those of {@link ArchivedPhoto}. */
public record NewPhoto(
    String path,
    long size,
    long modified,
    String sha256,
    Optional<String> taken,
    int pages,
    Optional<String> problem) {}
