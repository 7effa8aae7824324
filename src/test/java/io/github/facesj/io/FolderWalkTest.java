package io.github.facesj.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Needs;
import io.github.facesj.run.PassedOver;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import io.github.facesj.run.RunWatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a person's in a folder, and what is a system's. */
class FolderWalkTest {

  @TempDir Path dir;

  private void make(String... names) throws Exception {
    for (String name : names) {
      Path file = dir.resolve(name);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }
  }

  private List<PassedOver> walk(boolean system, boolean links, List<String> names)
      throws Exception {
    return new FolderWalk(dir, system, links)
        .each((file, name, attributes) -> names.add(name), Progress.SILENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@eaDir",
        "@EADIR",
        "#recycle",
        "#snapshot",
        "@Recycle",
        "@Recently-Snapshot",
        "@Transcode",
        ".@__thumb",
        "trashbox",
        "~snapshot",
        "$RECYCLE.BIN",
        "$Recycle.Bin",
        "RECYCLER",
        "System Volume Information",
        "FOUND.000",
        "OneDriveTemp",
        ".Trash",
        ".Trash-1000",
        ".Trashes",
        "Network Trash Folder",
        "__MACOSX",
        "lost+found",
        ".thumbnails",
        ".stversions",
        ".dtrash",
        "Previews.lrdata",
        "CaptureOne",
        "A.photoslibrary/Thumbnails",
        "A.photoslibrary/resources",
        "A.migratedphotolibrary/Previews",
        "A.aplibrary/Database",
      })
  void systemFoldersAreLeftOutAtAnyDepth(String name) throws Exception {
    String other = "x" + name.replace('/', '-') + "x/d.jpg";
    make(name + "/a.jpg", "in/" + name + "/deep/b.jpg", "in/c.jpg", other);
    List<String> names = new ArrayList<>();
    assertThat(walk(false, false, names))
        .singleElement()
        .extracting(PassedOver::files)
        .isEqualTo(2L);
    assertThat(names).containsExactly("in/c.jpg", other);
    names.clear();
    assertThat(walk(true, false, names)).isEmpty();
    assertThat(names).hasSize(4);
    Path chosen = dir.resolve(name);
    names.clear();
    new FolderWalk(chosen, false, false).each((f, n, a) -> names.add(n), Progress.SILENT);
    assertThat(names).as("named itself").containsExactly("a.jpg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"A.photoslibrary/originals", "A.photolibrary/Originals", "A.aplibrary/Masters"})
  void theOriginalsOfLibrariesAreAPersons(String name) throws Exception {
    make(name + "/0/a.jpg", name + "/b.jpg");
    List<String> names = new ArrayList<>();
    assertThat(walk(false, false, names)).isEmpty();
    assertThat(names).hasSize(2);
  }

  @Test
  void anIphotoLibraryIsKnownByItsAlbums() throws Exception {
    make(
        "iPhoto Library/AlbumData.xml",
        "iPhoto Library/Data/a.jpg",
        "iPhoto Library/Originals/b.jpg",
        "Data/c.jpg");
    List<String> names = new ArrayList<>();
    assertThat(walk(false, false, names)).hasSize(1);
    assertThat(names)
        .containsExactly(
            "Data/c.jpg", "iPhoto Library/AlbumData.xml", "iPhoto Library/Originals/b.jpg");
  }

  @Test
  void androidsMarkCountsBelowTheFolderThatWasNamed() throws Exception {
    make(".nomedia", "a.jpg", "sent/.nomedia", "sent/b.jpg", "sent/in/c.jpg");
    List<String> names = new ArrayList<>();
    assertThat(walk(false, false, names))
        .extracting(PassedOver::toString)
        .containsExactly(
            "files in folders with .nomedia: 3 (sent/.nomedia, sent/b.jpg, sent/in/c.jpg)",
            "hidden files: 1 (.nomedia)");
    assertThat(names).containsExactly("a.jpg");
  }

  @Test
  void linksToFoldersAreCountedOrFollowed() throws Exception {
    make("ada/a.jpg");
    Path elsewhere = Files.createDirectory(dir.resolveSibling(dir.getFileName() + "-else"));
    Files.createFile(elsewhere.resolve("b.jpg"));
    Files.createSymbolicLink(dir.resolve("bo"), elsewhere);
    Files.createSymbolicLink(elsewhere.resolve("round"), elsewhere);
    Files.createSymbolicLink(dir.resolve("ada/again"), dir);
    List<String> names = new ArrayList<>();
    assertThat(walk(false, false, names))
        .singleElement()
        .extracting(PassedOver::first)
        .isEqualTo(List.of("ada/again", "bo"));
    names.clear();
    walk(false, true, names);
    assertThat(names).containsExactly("ada/a.jpg", "bo/b.jpg");
    Files.delete(elsewhere.resolve("round"));
    Files.delete(elsewhere.resolve("b.jpg"));
    Files.delete(elsewhere);
  }

  @Test
  void whatCannotBeOpenedIsTold() throws Exception {
    make("lost+found/a", "mine/b.jpg", "c.jpg");
    for (String name : List.of("lost+found", "mine")) {
      Files.setPosixFilePermissions(
          dir.resolve(name), PosixFilePermissions.fromString("---------"));
    }
    try {
      Needs.right(!Files.isReadable(dir.resolve("mine")), "a user other than root");
      List<String> told = new ArrayList<>();
      List<PassedOver> over =
          new FolderWalk(dir, false, false)
              .each(
                  (file, name, attributes) -> {},
                  new RunWatch() {
                    @Override
                    public void warn(Problem problem) {
                      told.add(problem.where());
                    }
                  });
      assertThat(told).containsExactly(dir.resolve("mine").toString());
      assertThat(over)
          .extracting(PassedOver::toString)
          .containsExactly("files in lost+found, which cannot all be counted");
    } finally {
      for (String name : List.of("lost+found", "mine")) {
        Files.setPosixFilePermissions(
            dir.resolve(name), PosixFilePermissions.fromString("rwx------"));
      }
    }
  }
}
