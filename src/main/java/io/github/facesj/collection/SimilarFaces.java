package io.github.facesj.collection;

import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedCluster;
import io.github.facesj.archive.ArchivedFace;
import io.github.facesj.archive.Placements;
import io.github.facesj.cluster.NeighbourGraph;
import io.github.facesj.cluster.NeighbourSearch;
import io.github.facesj.cluster.Vectors;
import io.github.facesj.embed.Distance;
import io.github.facesj.face.Box;
import io.github.facesj.face.Embedding;
import io.github.facesj.io.FileKind;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import io.github.facesj.table.CsvTable;
import io.github.facesj.table.TableKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The faces of an archive that are most like one face, the nearest first. Every face is compared.
 *
 * @param faces the nearest first, ties by id
 */
public record SimilarFaces(List<Similar> faces) {

  private static final List<String> HEADINGS =
      List.of(
          "photo",
          "slice",
          "face",
          "x",
          "y",
          "width",
          "height",
          "distance",
          "cluster",
          "person",
          "id");

  /** What such tables are known by. */
  public static final FileKind KIND = TableKind.of(HEADINGS);

  /**
   * A face of the archive.
   *
   * @param seen the face, its photo and its cluster
   * @param distance to the face that was asked about
   */
  public record Similar(ArchiveView.Seen seen, double distance) {}

  public SimilarFaces {
    faces = List.copyOf(faces);
  }

  /**
   * Compares a face with all of an archive.
   *
   * @param face made with the archive's embedder
   * @param distance of the embedder's kind
   * @param best how many to list, at least 1
   * @param threshold greatest distance of one that is listed
   * @throws IllegalArgumentException if a number is out of its range
   * @throws FacesException if the archive cannot be read, or the run was stopped
   */
  public static SimilarFaces of(
      Archive archive,
      Embedding face,
      Distance distance,
      int best,
      double threshold,
      Progress progress)
      throws FacesException {
    if (best < 1) {
      throw new IllegalArgumentException(
          "The number of faces to list must be at least 1, but was " + best + ".");
    }
    NeighbourSearch search = new NeighbourSearch(best, distance.toCosine(threshold));
    return archive.transaction(
        () -> {
          Placements all = archive.placementTable().read(0);
          Vectors query = Vectors.of(all.vectors().dimension(), List.of(face.toArray()));
          NeighbourGraph nearest = search.between(query, all.vectors(), progress);
          if (progress.isCanceled()) {
            throw new FacesException("The search was stopped, so there is no result.");
          }
          Map<Long, ArchiveView.Seen> seen = ArchiveView.of(archive).byId();
          List<Similar> similar = new ArrayList<>();
          for (int n = 0; n < nearest.degree(0); n++) {
            long id = all.faces().get(nearest.neighbour(0, n)).id();
            similar.add(new Similar(seen.get(id), distance.fromCosine(nearest.cosine(0, n))));
          }
          return new SimilarFaces(similar);
        });
  }

  /** One row for each face: where it is, how far, and who if somebody has said so. */
  public CsvTable table() {
    return new CsvTable(HEADINGS, faces.stream().map(SimilarFaces::row).toList());
  }

  private static List<String> row(Similar similar) {
    ArchivedFace face = similar.seen().face();
    Box box = face.box();
    return List.of(
        similar.seen().photo().path(),
        String.valueOf(face.page() + 1),
        String.valueOf(face.number()),
        Double.toString(box.x()),
        Double.toString(box.y()),
        Double.toString(box.width()),
        Double.toString(box.height()),
        Double.toString(similar.distance()),
        similar.seen().cluster().map(ArchivedCluster::id).map(String::valueOf).orElse(""),
        similar.seen().person().orElse(""),
        String.valueOf(face.id()));
  }
}
