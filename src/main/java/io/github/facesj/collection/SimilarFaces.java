package io.github.facesj.collection;

import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedCluster;
import io.github.facesj.archive.Placements;
import io.github.facesj.cluster.NeighbourGraph;
import io.github.facesj.cluster.NeighbourSearch;
import io.github.facesj.cluster.Vectors;
import io.github.facesj.embed.Distance;
import io.github.facesj.face.Embedding;
import io.github.facesj.io.FileKind;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import io.github.facesj.table.Columns;
import io.github.facesj.table.FaceSchema;
import io.github.facesj.table.Schema;
import io.github.facesj.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The faces of an archive that are most like one face, the nearest first. Every face is compared.
 *
 * @param faces the nearest first, ties by id
 */
public record SimilarFaces(List<Similar> faces) {

  /**
   * A face of the archive.
   *
   * @param seen the face, its photo and its cluster
   * @param distance to the face that was asked about
   */
  public record Similar(ArchiveView.Seen seen, double distance) {}

  private static final Schema<Similar> SCHEMA =
      Schema.<Similar>of(
              Columns.PHOTO.of(s -> s.seen().photo().path()),
              Columns.SLICE.of(s -> s.seen().face().page() + 1),
              Columns.FACE.of(s -> s.seen().face().number()))
          .plus(FaceSchema.box(s -> s.seen().face().box()))
          .plus(
              Columns.DISTANCE.of(Similar::distance),
              Columns.CLUSTER.ofOptional(s -> s.seen().cluster().map(ArchivedCluster::id)),
              Columns.PERSON.of(s -> s.seen().person().orElse("")),
              Columns.ID.of(s -> s.seen().face().id()));

  /** What such tables are known by. */
  public static final FileKind KIND = SCHEMA.kind();

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
  public Table table() {
    return SCHEMA.table(faces);
  }
}
