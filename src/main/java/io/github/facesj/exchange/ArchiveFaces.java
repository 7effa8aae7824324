package io.github.facesj.exchange;

import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchiveSettings;
import io.github.facesj.archive.ArchivedCluster;
import io.github.facesj.archive.ArchivedFace;
import io.github.facesj.archive.ArchivedPhoto;
import io.github.facesj.cluster.Vectors;
import io.github.facesj.face.Embedding;
import io.github.facesj.face.Face;
import io.github.facesj.io.PathText;
import io.github.facesj.photo.PhotoFolder;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Provenance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The faces of an archive, ready to be exported: those that somebody called no face are left out,
 * and a cluster's name is its faces' person.
 *
 * @param folder the folder that the photos' names are relative to
 * @param photos in the order of their names, photos without a face included
 */
public record ArchiveFaces(Path folder, List<PhotoFaces> photos) {

  /** So many vectors are fetched at once, some 8 MB. */
  private static final int BATCH = 4096;

  public ArchiveFaces {
    photos = List.copyOf(photos);
  }

  /**
   * Reads an archive, also while another program writes it.
   *
   * @param folder only photos in it or below it; empty for all, whose names are then relative to
   *     the folder they have in common
   * @param embeddings whether faces get their vectors
   * @throws FacesException if it cannot be read, or holds no photo in that folder
   */
  public static ArchiveFaces read(Path file, Optional<Path> folder, boolean embeddings)
      throws FacesException {
    try (Archive archive = Archive.read(file)) {
      return archive.transaction(() -> read(archive, folder, embeddings));
    }
  }

  private static ArchiveFaces read(Archive archive, Optional<Path> wanted, boolean embeddings)
      throws FacesException {
    List<ArchivedPhoto> all = archive.photos();
    Path folder = wanted.map(f -> f.toAbsolutePath().normalize()).orElseGet(() -> common(all));
    List<ArchivedPhoto> photos =
        all.stream()
            .filter(p -> PathText.of(p.path()).startsWith(folder))
            .sorted(Comparator.comparing(p -> name(folder, p)))
            .toList();
    if (photos.isEmpty()) {
      throw new FacesException(
          String.format(
              Locale.ROOT, "The archive %s holds no photo in %s.", archive.file(), folder));
    }
    Map<Long, String> people = new HashMap<>();
    for (ArchivedCluster cluster : archive.clusters()) {
      cluster.name().ifPresent(name -> people.put(cluster.id(), name));
    }
    Map<Long, List<ArchivedFace>> faces = new HashMap<>();
    for (ArchivedFace face : archive.faces()) {
      if (!face.nonface()) {
        faces.computeIfAbsent(face.photo(), p -> new ArrayList<>()).add(face);
      }
    }
    List<PhotoFaces> read = new ArrayList<>();
    for (ArchivedPhoto photo : photos) {
      List<ArchivedFace> here = faces.getOrDefault(photo.id(), List.of());
      read.addAll(pages(archive.settings(), name(folder, photo), photo, here, people, embeddings));
    }
    return new ArchiveFaces(folder, embeddings ? embedded(archive, photos, faces, read) : read);
  }

  private static String name(Path folder, ArchivedPhoto photo) {
    return PhotoFolder.relative(folder, PathText.of(photo.path()));
  }

  private static Path common(List<ArchivedPhoto> photos) {
    Path common = null;
    for (ArchivedPhoto photo : photos) {
      Path folder = PathText.of(photo.path()).getParent();
      while (common != null && !folder.startsWith(common)) {
        common = common.getParent();
      }
      common = common == null ? folder : common;
    }
    return common == null ? Path.of("").toAbsolutePath() : common;
  }

  private static List<PhotoFaces> pages(
      ArchiveSettings settings,
      String name,
      ArchivedPhoto photo,
      List<ArchivedFace> faces,
      Map<Long, String> people,
      boolean embeddings) {
    Provenance run = embeddings ? settings.embedding() : settings.detection();
    List<PhotoFaces> pages = new ArrayList<>();
    for (int page = 0; page < photo.pages(); page++) {
      int at = page;
      List<NamedFace> here =
          faces.stream()
              .filter(f -> f.page() == at)
              .sorted(Comparator.comparingInt(ArchivedFace::number))
              .map(f -> new NamedFace(face(f), person(f, people)))
              .toList();
      String problem = here.isEmpty() ? photo.problem().orElse("") : "";
      pages.add(new PhotoFaces(name, page + 1, Optional.empty(), here, run, problem));
    }
    return pages;
  }

  private static String person(ArchivedFace face, Map<Long, String> people) {
    return face.cluster().isPresent() ? people.getOrDefault(face.cluster().getAsLong(), "") : "";
  }

  private static Face face(ArchivedFace face) {
    return new Face(face.box(), face.score(), face.points(), Optional.empty(), Optional.empty());
  }

  /** The same with vectors, which are fetched in the order in which the faces stand. */
  private static List<PhotoFaces> embedded(
      Archive archive,
      List<ArchivedPhoto> photos,
      Map<Long, List<ArchivedFace>> faces,
      List<PhotoFaces> read)
      throws FacesException {
    long[] ids =
        photos.stream()
            .flatMap(
                p ->
                    faces.getOrDefault(p.id(), List.of()).stream()
                        .sorted(
                            Comparator.comparingInt(ArchivedFace::page)
                                .thenComparingInt(ArchivedFace::number)))
            .mapToLong(ArchivedFace::id)
            .toArray();
    List<Embedding> vectors = new ArrayList<>();
    for (int from = 0; from < ids.length; from += BATCH) {
      Vectors some =
          archive.vectors(Arrays.copyOfRange(ids, from, Math.min(ids.length, from + BATCH)));
      int n = some.dimension();
      for (int i = 0; i < some.size(); i++) {
        float[] row = Arrays.copyOfRange(some.values(), i * n, (i + 1) * n);
        vectors.add(Embedding.ofUnit(archive.settings().embedding().model(), row));
      }
    }
    List<PhotoFaces> embedded = new ArrayList<>();
    int at = 0;
    for (PhotoFaces photo : read) {
      List<NamedFace> here = new ArrayList<>();
      for (NamedFace face : photo.faces()) {
        here.add(new NamedFace(face.face().withEmbedding(vectors.get(at++)), face.name()));
      }
      embedded.add(photo.withFaces(here));
    }
    return embedded;
  }
}
