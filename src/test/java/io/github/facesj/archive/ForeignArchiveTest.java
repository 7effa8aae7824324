package io.github.facesj.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.facesj.run.FacesException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Archives that another program made or changed: a sentence, and soon. */
class ForeignArchiveTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void archive() throws FacesException {
    file = folder.resolve("foreign.facesj");
    SmallArchive.of(file, 1, 1, 0).close();
  }

  private void change(String... statements) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String text : statements) {
        statement.executeUpdate(text);
      }
    }
  }

  /** Opens it for reading and for writing, and reads all there is. */
  private void refused(String part) {
    for (boolean write : new boolean[] {false, true}) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () ->
              assertThatThrownBy(() -> read(write))
                  .isInstanceOf(FacesException.class)
                  .hasMessageContaining(file.toString())
                  .hasMessageContaining(part)
                  .hasMessageEndingWith("."));
    }
  }

  private void read(boolean write) throws FacesException {
    try (Archive archive = write ? Archive.open(file) : Archive.read(file)) {
      archive.photos();
      archive.clusters();
      archive.placementTable().read(0);
      for (ArchivedFace face : archive.faces()) {
        archive.thumbnail(face.id());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PRAGMA user_version = -1                                     | version -1",
        "PRAGMA user_version = 2000000000                             | newer FacesJ",
        "UPDATE setting SET value = '2147483647' WHERE key = 'dimension' | between 1 and 65536",
        "UPDATE setting SET value = '65536' WHERE key = 'dimension'   | another length",
        "UPDATE setting SET value = 'many' WHERE key = 'dimension'    | makes no sense",
        "UPDATE photo SET pages = 2147483647                          | 2147483647 pages",
        "UPDATE photo SET pages = -1                                  | -1 pages",
        "UPDATE face SET width = 9e999                                | makes no sense",
        "UPDATE face SET points = zeroblob(99)                        | makes no sense",
        "UPDATE cluster SET name = printf('%.*c', 20000, 'x')         | 20000 letters",
        "DROP TABLE apart                                             | lacks a part",
        "CREATE VIEW extra AS SELECT 1                                | has a view of its own",
        "CREATE TRIGGER mine AFTER UPDATE ON photo BEGIN DELETE FROM face; END | has a trigger of"
            + " its own"
      })
  void nonsenseIsASentence(String statement, String part) throws Exception {
    change(statement);
    refused(part);
  }

  @Test
  void anEndlessViewIsNotAsked() throws Exception {
    change(
        "DROP TABLE thumbnail",
        "CREATE VIEW thumbnail AS WITH RECURSIVE n(face_id) AS (SELECT 1 UNION ALL SELECT face_id"
            + " FROM n) SELECT face_id, x'00' AS jpeg FROM n WHERE face_id < 0");
    refused("has a view of its own");
  }

  @Test
  void aTriggerOfOursWithAnotherMeaningIsNotOurs() throws Exception {
    change(
        "DROP TRIGGER forget_face",
        "CREATE TRIGGER forget_face AFTER DELETE ON face BEGIN DELETE FROM photo; END");
    refused("has a trigger of its own");
  }

  @Test
  void aTableThatComputesIsNone() throws Exception {
    change("DROP TABLE apart", "CREATE VIRTUAL TABLE apart USING fts5(face_id, cluster_id)");
    refused("of its own");
  }

  @Test
  void aNameOfAHundredMegabytesIsNotRead() throws Exception {
    change("UPDATE cluster SET name = CAST(zeroblob(100000001) AS TEXT)");
    refused("too big");
  }

  @Test
  void anArchiveAsFacesJWroteItIsFine() throws Exception {
    read(false);
    read(true);
    change("CREATE INDEX photo_taken ON photo (taken)", "CREATE TABLE notes (text)");
    read(false);
    try (Archive archive = Archive.read(file)) {
      assertThat(archive.faces()).hasSize(3);
    }
  }
}
