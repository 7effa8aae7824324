package io.github.facesj.archive;

import io.github.facesj.face.Box;
import io.github.facesj.run.FacesException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Archives for tests: some photos with faces, none of which is worth looking at. */
public final class SmallArchive {

  private static final ArchiveSettings SETTINGS =
      new ArchiveSettings("d", "d1", "e+sum", "e1", "score=0.5", 2);

  private SmallArchive() {}

  /**
   * An archive of faces with ids from 1 on.
   *
   * @param clusters for each face the number of its cluster, 0 for none
   */
  public static Archive of(Path file, int... clusters) throws FacesException {
    Archive archive = Archive.create(file, SETTINGS);
    archive.transaction(
        () -> {
          for (int i = 0; i < clusters.length; i++) {
            String path = String.format(Locale.ROOT, "/photos/%d.jpg", i);
            long photo =
                archive
                    .photoTable()
                    .add(new NewPhoto(path, 1, 1, "", Optional.empty(), 1, Optional.empty()));
            long face = archive.faceTable().add(photo, face(1, i));
            while (archive.clusterTable().next() <= clusters[i]) {
              archive.clusterTable().add();
            }
            if (clusters[i] > 0) {
              OptionalLong cluster = OptionalLong.of(clusters[i]);
              archive.faceTable().place(new long[] {face}, cluster, false);
            }
          }
          return null;
        });
    return archive;
  }

  /** A face whose vector points to an angle of some degrees. */
  public static NewFace face(int number, double degrees) {
    float[] vector = {
      (float) Math.cos(Math.toRadians(degrees)), (float) Math.sin(Math.toRadians(degrees))
    };
    return new NewFace(
        0,
        number,
        new Box(10 * number, 10, 20, 20),
        0.9,
        0.5,
        Optional.empty(),
        vector,
        new byte[] {1, 2, 3},
        false);
  }

  /** All that decisions may change, as text; two archives in the same state have the same. */
  static List<String> state(Archive archive) throws FacesException {
    List<String> state = new ArrayList<>();
    archive.faces().forEach(face -> state.add(face.toString()));
    archive.clusters().forEach(cluster -> state.add(cluster.toString()));
    archive.clusterTable().apart().forEach(apart -> state.add(apart.toString()));
    return state;
  }

  static Set<Long> members(Archive archive, long cluster) throws FacesException {
    Set<Long> members = new TreeSet<>();
    archive.faceTable().in(cluster).forEach(face -> members.add(face.id()));
    return members;
  }
}
