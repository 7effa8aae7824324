package io.github.facesj.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchiveDump;
import io.github.facesj.archive.ArchivedPhoto;
import io.github.facesj.batch.RehearsedPhotos;
import io.github.facesj.model.RehearsedModel.Trouble;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A photo is settled only by its own content, whatever goes wrong while it is looked at. */
class IndexFaultsTest {

  @TempDir static Path home;
  private static RehearsedPhotos photos;
  private static List<String> whole;

  @TempDir Path dir;

  @BeforeAll
  static void rehearse() throws Exception {
    photos = new RehearsedPhotos(home.toRealPath().resolve("photos"));
    run(home.resolve("whole.facesj"));
    whole = ArchiveDump.of(home.resolve("whole.facesj"));
    assertThat(whole).filteredOn(r -> r.startsWith("face|")).hasSizeGreaterThan(4);
  }

  @AfterAll
  static void close() {
    photos.close();
  }

  @AfterEach
  void calm() {
    photos.noTrouble();
  }

  private static IndexReport run(Path archive) throws FacesException {
    return new IndexRun(photos::recognizer, 2).run(photos.folder(), archive, Progress.SILENT);
  }

  private static void at(String name, Trouble what) {
    photos.trouble(photo -> photo.equals(name) ? Optional.of(what) : Optional.empty());
  }

  private static void happens(String kind) throws FacesException {
    switch (kind) {
      case "memory" -> throw new OutOfMemoryError("Java heap space");
      case "mistake" -> throw new IllegalStateException("the network could not be run");
      case "argument" -> throw new IllegalArgumentException("no such thing");
      case "stack" -> throw new StackOverflowError();
      case "linkage" -> throw new NoClassDefFoundError("io/github/Nothing");
      case "internal" -> throw new InternalError("a fault occurred in an unsafe memory access");
      case "passing" -> throw FacesException.passing("The network cannot be run just now.");
      default -> throw new AssertionError(kind);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"memory", "mistake", "argument", "stack", "linkage", "internal", "passing"})
  void whatIsNotThePhotosFaultIsTriedAgain(String kind) throws Exception {
    Path archive = dir.resolve("a.facesj");
    at("bo/1.png", () -> happens(kind));
    IndexReport first = run(archive);
    assertThat(first.problems()).singleElement().asString().contains("bo/1.png");
    assertThat(first.added()).isEqualTo(6);
    photos.noTrouble();
    IndexReport second = run(archive);
    assertThat(second.summary()).contains("1 photo indexed").contains("1 photo was tried again");
    assertThat(second.unchanged()).isEqualTo(5);
    assertThat(ArchiveDump.of(archive)).hasSameSizeAs(whole);
    try (Archive open = Archive.read(archive)) {
      assertThat(open.photos()).allMatch(p -> p.problem().isEmpty() && !p.sha256().isEmpty());
    }
    assertThat(run(archive).unchanged()).isEqualTo(6);
  }

  @Test
  void aNetworkThatClosesEndsTheRunAndTheNextGoesOn() throws Exception {
    Path archive = dir.resolve("a.facesj");
    photos.trouble(
        photo ->
            photo.compareTo("bo") < 0
                ? Optional.empty()
                : Optional.of(
                    () -> {
                      throw FacesException.endingTheRun("The model was closed.");
                    }));
    assertThatThrownBy(() -> run(archive))
        .isInstanceOf(FacesException.class)
        .hasMessage("The model was closed.");
    try (Archive open = Archive.read(archive)) {
      assertThat(open.photos()).hasSize(2).allMatch(p -> p.problem().isEmpty());
    }
    photos.noTrouble();
    assertThat(run(archive).added()).isEqualTo(4);
    assertThat(ArchiveDump.of(archive).equals(whole)).isTrue();
  }

  @Test
  void aKnownPhotoOfWhichNothingIsLearntStaysAsItIs() throws Exception {
    Path archive = dir.resolve("a.facesj");
    run(archive);
    touch("bo/1.png");
    Files.write(
        photos.folder().resolve("bo/1.png"),
        Files.readAllBytes(photos.folder().resolve("bo/2.png")));
    try {
      at("bo/2.png", () -> happens("memory"));
      assertThat(run(archive).problems()).hasSize(1);
      assertThat(ArchiveDump.of(archive).equals(whole)).isTrue();
      photos.noTrouble();
      assertThat(run(archive).changed()).isEqualTo(1);
    } finally {
      photos.restore();
    }
  }

  private static void touch(String name) throws Exception {
    Files.setLastModifiedTime(photos.folder().resolve(name), FileTime.fromMillis(1_000_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FacesJ made a mistake on this photo (java.lang.IllegalStateException: closed). Please"
            + " report it, with the photo if you may.",
        "There is not enough memory for this photo. Make it smaller, or give ImageJ more memory"
            + " with Edit > Options > Memory & Threads.",
        "There is not enough memory free to read /a/b.jpg. Close other images.",
        "The network facesj-detector.onnx failed: ai.djl.engine.EngineException",
        "The network failed: no",
        "There is no file /a/b.jpg. Check its name.",
        "The file /a/b.jpg cannot be opened. Check that you may read it, and that its disk is"
            + " there.",
        "The photo /a/b.jpg is too large: 9000 x 9000 pixels need about 900 MB of memory, and Java"
            + " has 100 MB."
      })
  void whatEarlierVersionsWroteDownHeals(String sentence) throws Exception {
    Path archive = dir.resolve("a.facesj");
    run(archive);
    spoil(archive, sentence);
    IndexReport healed = run(archive);
    assertThat(healed.summary()).contains("6 photos were tried again");
    try (Archive open = Archive.read(archive)) {
      assertThat(open.photos()).extracting(ArchivedPhoto::problem).containsOnly(Optional.empty());
      assertThat(open.faces()).hasSizeGreaterThan(4);
    }
    assertThat(run(archive).unchanged()).isEqualTo(6);
  }

  @Test
  void whatLiesWithThePhotoIsNotTriedAgain() throws Exception {
    Path archive = dir.resolve("a.facesj");
    run(archive);
    spoil(archive, "The JPEG file /a/b.jpg is damaged or of a kind that cannot be read (bad).");
    assertThat(run(archive).unchanged()).isEqualTo(6);
  }

  /** As an earlier version left the archive: a problem, the photo's SHA-256, and no faces. */
  private static void spoil(Path archive, String sentence) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + archive);
        PreparedStatement problems = connection.prepareStatement("UPDATE photo SET problem = ?")) {
      problems.setString(1, sentence);
      problems.executeUpdate();
      connection.createStatement().executeUpdate("DELETE FROM face");
    }
  }
}
