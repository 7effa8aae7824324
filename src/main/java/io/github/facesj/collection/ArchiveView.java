package io.github.facesj.collection;

import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedCluster;
import io.github.facesj.archive.ArchivedFace;
import io.github.facesj.archive.ArchivedPhoto;
import io.github.facesj.run.FacesException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an archive holds at one moment, joined: photos by path, faces with photo and person. Boxes
 * that are no faces are left out.
 */
final class ArchiveView {

  /**
   * A face with what belongs to it.
   *
   * @param face the face
   * @param photo where it is
   * @param cluster of two faces or more, or with a name; empty for a face that is alone
   */
  public record Seen(ArchivedFace face, ArchivedPhoto photo, Optional<ArchivedCluster> cluster) {

    /** The person's name, where the face has one. */
    public Optional<String> person() {
      return cluster.flatMap(ArchivedCluster::name);
    }
  }

  private final List<ArchivedPhoto> photos;
  private final List<Seen> faces;

  private ArchiveView(List<ArchivedPhoto> photos, List<Seen> faces) {
    this.photos = photos;
    this.faces = faces;
  }

  /** Reads all but embeddings and thumbnails. */
  public static ArchiveView of(Archive archive) throws FacesException {
    return archive.transaction(
        () -> {
          List<ArchivedFace> all =
              archive.faces().stream().filter(face -> !face.nonface()).toList();
          Map<Long, Integer> sizes = new HashMap<>();
          all.forEach(f -> f.cluster().ifPresent(c -> sizes.merge(c, 1, Integer::sum)));
          Map<Long, ArchivedCluster> clusters = new HashMap<>();
          for (ArchivedCluster cluster : archive.clusters()) {
            if (cluster.name().isPresent() || sizes.getOrDefault(cluster.id(), 0) > 1) {
              clusters.put(cluster.id(), cluster);
            }
          }
          List<ArchivedPhoto> photos = new ArrayList<>(archive.photos());
          photos.sort(Comparator.comparing(ArchivedPhoto::path));
          Map<Long, ArchivedPhoto> byId = new HashMap<>();
          photos.forEach(photo -> byId.put(photo.id(), photo));
          List<Seen> faces = new ArrayList<>();
          for (ArchivedFace face : all) {
            Optional<ArchivedCluster> cluster =
                face.cluster().isPresent()
                    ? Optional.ofNullable(clusters.get(face.cluster().getAsLong()))
                    : Optional.empty();
            ArchivedPhoto photo = byId.get(face.photo());
            if (photo == null) {
              throw new FacesException(
                  String.format(
                      Locale.ROOT,
                      "The archive %s is damaged: a face in it is of no photo. Use a copy of the"
                          + " archive, or index the photos anew.",
                      archive.file()));
            }
            faces.add(new Seen(face, photo, cluster));
          }
          faces.sort(
              Comparator.comparing((Seen s) -> s.photo().path())
                  .thenComparingInt(s -> s.face().page())
                  .thenComparingInt(s -> s.face().number()));
          return new ArchiveView(List.copyOf(photos), List.copyOf(faces));
        });
  }

  /** All photos, by path. */
  public List<ArchivedPhoto> photos() {
    return photos;
  }

  /** All faces, by path of the photo, page and number. */
  public List<Seen> faces() {
    return faces;
  }

  /** The same by their ids. */
  Map<Long, Seen> byId() {
    Map<Long, Seen> byId = new HashMap<>();
    faces.forEach(seen -> byId.put(seen.face().id(), seen));
    return byId;
  }
}
