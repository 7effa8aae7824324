package io.github.facesj.archive;

import io.github.facesj.run.FacesException;
import java.util.Optional;

/**
 * What people decide about the faces of an archive. Each decision is one transaction and in the
 * file when its method returns; all can be taken back and made again, also after the archive was
 * closed. What a person put somewhere is settled: no run moves it. A cluster that loses its last
 * face is gone, with its name.
 */
public final class Decisions {

  private final Archive archive;
  private final Journal journal;
  private final ClusterDecisions clusters;
  private final FaceDecisions faces;

  /**
   * @param archive open for writing
   */
  public Decisions(Archive archive) {
    this.archive = archive;
    this.journal = new Journal(archive.sql());
    DecisionTransaction decider = new DecisionTransaction(archive, journal);
    this.clusters = new ClusterDecisions(archive, decider);
    this.faces = new FaceDecisions(archive, decider);
  }

  /** About whole clusters. */
  public ClusterDecisions clusters() {
    return clusters;
  }

  /** About single faces. */
  public FaceDecisions faces() {
    return faces;
  }

  /** What {@link #undo()} would take back. */
  public Optional<Decision> undoable() throws FacesException {
    return journal.last();
  }

  /** What {@link #redo()} would make again. */
  public Optional<Decision> redoable() throws FacesException {
    return journal.next();
  }

  /** Takes the last decision back; nothing if there is none. */
  public Optional<DecisionOutcome> undo() throws FacesException {
    return archive.transaction(journal::undo);
  }

  /** Makes the decision again that was taken back last; nothing if there is none. */
  public Optional<DecisionOutcome> redo() throws FacesException {
    return archive.transaction(journal::redo);
  }
}
