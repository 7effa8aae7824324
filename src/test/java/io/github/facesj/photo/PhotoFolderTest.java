package io.github.facesj.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoFolderTest {

  @TempDir Path dir;

  private void make(String... names) throws IOException {
    for (String name : names) {
      Path file = dir.resolve(name);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }
  }

  private List<String> found() throws FacesException {
    return PhotoFolder.list(dir, Progress.SILENT).stream()
        .map(p -> PhotoFolder.relative(dir, p))
        .toList();
  }

  @Test
  void listsPhotosInTheOrderOfTheirNames() throws Exception {
    make(
        "b.jpg",
        "a/z.PNG",
        "a.tif",
        "Z.jpeg",
        "a/ä ö, '=1+1'.webp",
        "日本/顔.pgm",
        "notes.txt",
        "jpg");
    assertThat(found())
        .containsExactly("Z.jpeg", "a.tif", "a/z.PNG", "a/ä ö, '=1+1'.webp", "b.jpg", "日本/顔.pgm");
  }

  @Test
  void leavesOutWhatIsHidden() throws Exception {
    make(".hidden.jpg", ".cache/a.jpg", "._mac.jpg", "seen.jpg", ".jpg");
    assertThat(found()).containsExactly("seen.jpg");
  }

  @Test
  void doesNotFollowLinksInCircles() throws Exception {
    make("in/a.jpg");
    Files.createSymbolicLink(dir.resolve("in/again"), dir);
    Files.createSymbolicLink(dir.resolve("link.jpg"), dir.resolve("in/a.jpg"));
    assertThat(found()).containsExactly("in/a.jpg", "link.jpg");
  }

  @Test
  void explainsWhatIsNoFolder() throws Exception {
    make("a.jpg");
    assertThatThrownBy(() -> PhotoFolder.list(dir.resolve("a.jpg"), Progress.SILENT))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("is a file, not a folder");
    assertThatThrownBy(() -> PhotoFolder.list(dir.resolve("none"), Progress.SILENT))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("There is no folder");
  }
}
