package io.github.facesj.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class PrivateFolderTest {

  @TempDir Path dir;

  private static String rights(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void aFolderOfOurOwnIsMadeOnceForUsAlone() throws Exception {
    Path made = PrivateFolder.in(dir.resolve("new"), "facesj-me");
    assertThat(made).isEqualTo(dir.resolve("new/facesj-me"));
    assertThat(rights(made)).isEqualTo("rwx------");
    assertThat(PrivateFolder.in(dir.resolve("new"), "facesj-me")).isEqualTo(made);
    assertThat(dir.resolve("new").toFile().list()).containsExactly("facesj-me");
  }

  @Test
  void whatOthersCanWriteInIsLeftAlone() throws Exception {
    Path open = Files.createDirectory(dir.resolve("facesj-me"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path made = PrivateFolder.in(dir, "facesj-me");
    assertThat(made).isNotEqualTo(open).startsWith(dir);
    assertThat(rights(made)).isEqualTo("rwx------");
    assertThat(open).isEmptyDirectory();
  }

  @Test
  void linksAndFilesInItsPlaceAreLeftAlone() throws Exception {
    Path elsewhere = Files.createDirectory(dir.resolve("elsewhere"));
    Files.createSymbolicLink(dir.resolve("a"), elsewhere);
    Files.createSymbolicLink(dir.resolve("b"), dir.resolve("nowhere"));
    Files.writeString(dir.resolve("c"), "a file");
    for (String name : new String[] {"a", "b", "c"}) {
      Path made = PrivateFolder.in(dir, name);
      assertThat(made).isNotEqualTo(dir.resolve(name));
      assertThat(rights(made)).isEqualTo("rwx------");
    }
    assertThat(elsewhere).isEmptyDirectory();
    assertThat(dir.resolve("nowhere")).doesNotExist();
  }

  @Test
  void filesOfOthersAreTold() throws Exception {
    Path folder = PrivateFolder.in(dir, "facesj-me");
    Path file = Files.writeString(folder.resolve("net.onnx"), "x");
    assertThat(PrivateFolder.isOwn(file)).isTrue();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    assertThat(PrivateFolder.isOwn(file)).isFalse();
    Files.createSymbolicLink(folder.resolve("link"), file);
    assertThat(PrivateFolder.isOwn(folder.resolve("link"))).isFalse();
    assertThat(PrivateFolder.isOwn(folder.resolve("absent"))).isFalse();
  }
}
