package io.github.facesj.fiji.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Meanings of choices, and paths that are dropped. */
class ChoiceWordsTest {

  @Test
  void theDescriptionSaysWhatEachWordMeans() {
    assertThat(
            ChoiceWords.meanings(
                "blur, pixelate: so strong that nobody is known; box: black; ellipse: soft."))
        .isEqualTo(
            Map.of(
                "blur", "so strong that nobody is known",
                "pixelate", "so strong that nobody is known",
                "box", "black",
                "ellipse", "soft"));
    assertThat(ChoiceWords.meanings("Of a stack. current: the picture shown, with all."))
        .isEqualTo(Map.of("current", "the picture shown, with all"));
    assertThat(ChoiceWords.meanings("Faces below this score are left out.")).isEmpty();
    assertThat(ChoiceWords.meanings(null)).isEmpty();
  }

  /** The files of a file manager. */
  private record Files(List<?> files) implements Transferable {
    @Override
    public DataFlavor[] getTransferDataFlavors() {
      return new DataFlavor[] {DataFlavor.javaFileListFlavor};
    }

    @Override
    public boolean isDataFlavorSupported(DataFlavor flavor) {
      return flavor.equals(DataFlavor.javaFileListFlavor);
    }

    @Override
    public Object getTransferData(DataFlavor flavor) throws UnsupportedFlavorException {
      if (!isDataFlavorSupported(flavor)) {
        throw new UnsupportedFlavorException(flavor);
      }
      return files;
    }
  }

  @Test
  void theFirstFileThatIsDroppedIsThePath() {
    Path photo = Path.of("/photos/a b.jpg");
    assertThat(PathDrop.path(new Files(List.of(photo.toFile(), Path.of("/b").toFile()))))
        .contains(photo.toFile().getPath());
    assertThat(PathDrop.path(new Files(List.of()))).isEmpty();
    assertThat(PathDrop.path(new StringSelection(" /photos/c.jpg\n"))).contains("/photos/c.jpg");
  }
}
