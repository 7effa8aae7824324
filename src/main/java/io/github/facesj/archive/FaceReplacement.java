package io.github.facesj.archive;

import io.github.facesj.run.FacesException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the faces of a photo's new content into the place of those of its old. */
final class FaceReplacement {

  /**
   * Least overlap (IoU) of two boxes of one face. A photo that was sharpened or tagged gives the
   * same box within a few pixels; a quarter off in one direction is 0.6, in both 0.39.
   */
  private static final double SAME_FACE = 0.35;

  /** An old face and a new one in about the same place. */
  private record Match(ArchivedFace old, NewFace now, double overlap) {}

  private final Sql sql;
  private final FaceTable table;
  private final long photo;
  private final List<ArchivedFace> old;
  private final Set<Long> decided = new HashSet<>();

  FaceReplacement(Sql sql, FaceTable table, long photo, Set<Integer> unread) throws FacesException {
    this.sql = sql;
    this.table = table;
    this.photo = photo;
    this.old = table.of(photo).stream().filter(f -> !unread.contains(f.page())).toList();
    Set<Long> apart =
        new HashSet<>(
            sql.list(
                "SELECT face_id FROM apart JOIN face ON face.id = face_id WHERE photo_id = ?",
                row -> row.getLong(1),
                photo));
    for (ArchivedFace face : old) {
      if (face.settled() || face.nonface() || face.drawn() || apart.contains(face.id())) {
        decided.add(face.id());
      }
    }
  }

  FaceTable.Replaced by(List<NewFace> faces) throws FacesException {
    Map<NewFace, Long> kept = match(faces);
    Set<Long> staying = new HashSet<>(kept.values());
    table.remove(
        old.stream().mapToLong(ArchivedFace::id).filter(id -> !staying.contains(id)).toArray());
    for (long id : staying) {
      // Numbers are unique at any moment.
      sql.change("UPDATE face SET number = -number WHERE id = ?", id);
    }
    for (NewFace face : faces) {
      Long id = kept.get(face);
      if (id == null) {
        table.add(photo, face);
      } else {
        table.renew(id, face);
      }
    }
    int settled = (int) staying.stream().filter(decided::contains).count();
    return new FaceTable.Replaced(settled, decided.size() - settled);
  }

  /** The pairs that belong together, best overlap first. */
  private Map<NewFace, Long> match(List<NewFace> faces) throws FacesException {
    List<Match> matches = new ArrayList<>();
    for (ArchivedFace before : old) {
      for (NewFace now : faces) {
        double overlap = before.page() == now.page() ? before.box().iou(now.box()) : 0;
        if (overlap >= SAME_FACE && (decided.contains(before.id()) || same(before, now))) {
          matches.add(new Match(before, now, overlap));
        }
      }
    }
    matches.sort(
        Comparator.comparingDouble(Match::overlap)
            .reversed()
            .thenComparing(m -> m.old().id())
            .thenComparing(m -> m.now().number()));
    Map<NewFace, Long> kept = new HashMap<>();
    Set<Long> taken = new HashSet<>();
    for (Match match : matches) {
      if (!kept.containsKey(match.now()) && taken.add(match.old().id())) {
        kept.put(match.now(), match.old().id());
      }
    }
    return kept;
  }

  /** Whether nothing about the face has changed: a program wrote keywords into the file, say. */
  private boolean same(ArchivedFace before, NewFace now) throws FacesException {
    return before.box().equals(now.box())
        && Arrays.equals(table.embedding(before.id()), Blobs.ofFloats(now.embedding()));
  }
}
