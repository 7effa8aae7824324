package io.github.facesj.fiji.command.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import io.github.facesj.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

class OverlayPictureTest {

  private static final String GLASSES = "overlays/glasses.png";
  private static final String ADA = "portraits/ada/ada_1.jpg";

  private static Context context;

  @TempDir Path dir;

  @BeforeAll
  static void start() {
    context = new Context();
  }

  @AfterAll
  static void stop() {
    context.dispose();
  }

  private static CommandModule run(Class<? extends Command> command, Object... inputs)
      throws Exception {
    return context.service(CommandService.class).run(command, true, inputs).get();
  }

  @Test
  void putsGlassesOnAFaceInACopy() throws Exception {
    ImagePlus ada = Sample.open(ADA);
    int[] before = ((int[]) ada.getProcessor().getPixels()).clone();
    CommandModule done = run(OverlayPicture.class, "image", ada, "picture", GLASSES);
    assertThat(done.getCancelReason()).isNull();
    ImagePlus out = (ImagePlus) done.getOutput("overlaid");
    assertThat((int[]) ada.getProcessor().getPixels()).isEqualTo(before);
    // The left eye of the truth is at (143, 260): blue glass over it; the chin is as it was.
    assertThat(out.getProcessor().getPixel(143, 260) & 0xffffff)
        .isNotEqualTo(before[260 * ada.getWidth() + 143] & 0xffffff);
    assertThat(out.getProcessor().getPixel(186, 400) & 0xffffff)
        .isEqualTo(before[400 * ada.getWidth() + 186] & 0xffffff);
  }

  @Test
  void aFolderBecomesAStack() throws Exception {
    Path photos = Files.createDirectories(dir.resolve("photos/sub"));
    Files.copy(Sample.path(ADA), photos.resolve("b.jpg"));
    Files.copy(Sample.path(Sample.GROUP), photos.resolve("a.jpg"));
    Files.writeString(photos.resolve("c.jpg"), "broken");
    CommandModule done =
        run(
            OverlayPictureOnFolder.class,
            "input",
            photos.getParent().toString(),
            "picture",
            GLASSES,
            "width",
            320,
            "height",
            240);
    assertThat(done.getCancelReason()).isNull();
    assertThat((String) done.getOutput("report")).startsWith("2 photos, ").contains("1 problem");
    ImagePlus stack = (ImagePlus) done.getOutput("overlaid");
    assertThat(stack.getStackSize()).isEqualTo(2);
    assertThat(stack.getWidth()).isEqualTo(320);
    assertThat(stack.getHeight()).isEqualTo(240);
    assertThat(stack.getStack().getSliceLabel(1)).isEqualTo("sub/a.jpg");
    assertThat(stack.getStack().getSliceLabel(2)).isEqualTo("sub/b.jpg");
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    ImagePlus ada = Sample.open(ADA);
    assertThat(run(OverlayPicture.class, "image", ada, "picture", "").getCancelReason())
        .isEqualTo("The picture is not named; say which.");
    assertThat(
            run(OverlayPicture.class, "image", ada, "picture", GLASSES, "anchor", "ear")
                .getCancelReason())
        .isEqualTo(
            "The place must be one of eyes, forehead, nose, lip, mouth, chin, but was \"ear\".");
    ImagePlus nobody = Sample.open("variants/noface.jpg");
    assertThat(run(OverlayPicture.class, "image", nobody, "picture", GLASSES).getCancelReason())
        .startsWith("No face was found in noface.jpg");
    assertThat(
            run(
                    OverlayPictureOnFolder.class,
                    "input",
                    dir.toString(),
                    "picture",
                    GLASSES,
                    "width",
                    16000,
                    "height",
                    16000)
                .getCancelReason())
        .contains("holds no photo");
  }
}
