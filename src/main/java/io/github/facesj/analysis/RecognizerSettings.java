package io.github.facesj.analysis;

import io.github.facesj.archive.ArchiveSettings;
import io.github.facesj.run.Provenance;

/** What an archive remembers of how its faces were made. */
public final class RecognizerSettings {

  private RecognizerSettings() {}

  /** Of faces that this recognizer makes. */
  public static ArchiveSettings of(Recognizer recognizer) {
    return new ArchiveSettings(
        recognizer.provenance(),
        Provenance.now(
            recognizer.embedder().id(),
            recognizer.embedder().card().hashes(),
            recognizer.parameters()),
        recognizer.embedder().size());
  }
}
