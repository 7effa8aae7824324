package io.github.facesj.fiji.command.faces;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import io.github.facesj.fiji.image.ImagePlusPixels;
import io.github.facesj.photo.PhotoReader;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.log.LogService;

class OpenPhotoTest {

  private final Context context =
      new Context(CommandService.class, StatusService.class, LogService.class);

  @AfterEach
  void close() {
    context.close();
  }

  private CommandModule run(Object... inputs) throws Exception {
    return context.service(CommandService.class).run(OpenPhoto.class, true, inputs).get();
  }

  @Test
  void opensAPhotoUpright() throws Exception {
    String path = "sample-images/variants/rotated_exif6.jpg";
    CommandModule done = run("path", path);
    assertThat(done.isCanceled()).isFalse();
    ImagePlus photo = (ImagePlus) done.getOutput("photo");
    assertThat(photo.getTitle()).isEqualTo("rotated_exif6.jpg");
    assertThat(photo.getWidth()).isEqualTo(480);
    assertThat(ImagePlusPixels.current(photo)).isEqualTo(PhotoReader.read(Path.of(path)));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1, No photo was chosen",
    "nowhere.jpg, 1, There is no file",
    "sample-images, 1, is a folder",
    "sample-images/faces.csv, 1, is not a photo",
    "sample-images/variants/gray16.tif, 2, Page 2",
    "sample-images/variants/gray16.tif, 0, Page 0"
  })
  void explainsWhatItCannotOpen(String path, int page, String part) throws Exception {
    CommandModule done = run("path", path, "page", page);
    assertThat(done.isCanceled()).isTrue();
    assertThat(done.getCancelReason()).contains(part).endsWith(".");
    assertThat(done.getOutput("photo")).isNull();
  }
}
