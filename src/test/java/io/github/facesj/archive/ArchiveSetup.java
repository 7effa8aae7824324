package io.github.facesj.archive;

import io.github.facesj.run.FacesException;
import java.util.Optional;
import java.util.OptionalLong;

/** Brings an archive into a state without the decisions and runs that lead there. */
public final class ArchiveSetup {

  private ArchiveSetup() {}

  /** Adds a cluster without faces and says its id. */
  public static long addCluster(Archive archive) throws FacesException {
    return archive.clusterTable().add();
  }

  /** Adds clusters until there is one of this id. */
  public static void addClustersTo(Archive archive, long id) throws FacesException {
    while (archive.clusterTable().next() <= id) {
      archive.clusterTable().add();
    }
  }

  public static void name(Archive archive, long cluster, String name) throws FacesException {
    archive.clusterTable().update(new ArchivedCluster(cluster, Optional.of(name), false));
  }

  /** Puts a face into a cluster as a run does. */
  public static void place(Archive archive, long cluster, long... faces) throws FacesException {
    archive.faceTable().place(faces, OptionalLong.of(cluster), false);
  }

  /** Puts a face into a cluster as a person does, so that no run moves it. */
  public static void settle(Archive archive, long cluster, long... faces) throws FacesException {
    archive.faceTable().place(faces, OptionalLong.of(cluster), true);
  }
}
