package io.github.facesj.analysis;

import io.github.facesj.archive.ArchiveSettings;
import io.github.facesj.model.ModelCard;
import io.github.facesj.model.ModelFile;
import java.util.stream.Collectors;

/** What an archive remembers of how its faces were made. */
public final class RecognizerSettings {

  private RecognizerSettings() {}

  /** Of faces that this recognizer makes. */
  public static ArchiveSettings of(Recognizer recognizer) {
    return new ArchiveSettings(
        recognizer.detector().card().id(),
        hashes(recognizer.detector().card()),
        recognizer.embedder().id(),
        hashes(recognizer.embedder().card()),
        recognizer.parameters(),
        recognizer.embedder().size());
  }

  private static String hashes(ModelCard card) {
    return card.files().stream().map(ModelFile::sha256).collect(Collectors.joining(" "));
  }
}
