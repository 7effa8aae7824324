package io.github.facesj.exchange.xmp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.facesj.Program;
import io.github.facesj.exchange.MarkedPhoto;
import io.github.facesj.exchange.NamedFace;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.exchange.ReadFaces;
import io.github.facesj.face.Box;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Orientation;
import io.github.facesj.photo.PhotoFrame;
import io.github.facesj.photo.PhotoReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every program's habit, in all eight orientations, in sidecars and inside of photos, all written
 * by exiftool: FacesJ reads the name and the pixels that were meant, adds a face, and exiftool
 * finds both again.
 */
class ExiftoolRoundTripTest {

  @TempDir Path dir;

  /** The white rectangle of the photo, which everybody must name. */
  private static Box mark(Path photo) throws Exception {
    FaceImage upright = PhotoReader.read(photo);
    return MarkedPhoto.find(upright);
  }

  @Test
  void namesAndPixelsAgree() throws Exception {
    String exiftool = Program.find("exiftool");
    Path packets = Files.createDirectory(dir.resolve("packets"));
    Path photos = Files.createDirectory(dir.resolve("photos"));
    for (WritingProgram program : WritingProgram.values()) {
      for (Orientation turn : Orientation.values()) {
        for (String place : List.of("in", "beside")) {
          String name = String.format(Locale.ROOT, "%s-%d-%s", program, turn.exif(), place);
          Path photo = MarkedPhoto.write(photos.resolve(name + ".jpg"), turn.exif());
          PhotoFrame frame = PhotoReader.frame(photo, 0);
          Path packet = packets.resolve(name + ".xmp");
          Files.writeString(packet, program.xmp(frame, mark(photo), "Ada " + name));
        }
      }
    }
    // All at once: the packet of each photo goes into it as it is.
    Program.run(exiftool, "-q", "-overwrite_original", "-XMP<=" + packets + "/%f.xmp", photos + "");
    List<Path> beside = new ArrayList<>();
    for (WritingProgram program : WritingProgram.values()) {
      for (Orientation turn : Orientation.values()) {
        String name = String.format(Locale.ROOT, "%s-%d-beside", program, turn.exif());
        Path photo = MarkedPhoto.write(photos.resolve(name + ".jpg"), turn.exif());
        Files.move(packets.resolve(name + ".xmp"), photos.resolve(name + ".jpg.xmp"));
        beside.add(photo);
      }
    }
    ReadFaces read = new XmpRegions(Optional.empty(), false).read(photos);
    assertThat(read.problems()).isEmpty();
    assertThat(read.photos()).hasSize(WritingProgram.values().length * 8 * 2);
    for (PhotoFaces photo : read.photos()) {
      Box expected = mark(photos.resolve(photo.photo()));
      assertThat(photo.faces()).as(photo.photo()).hasSize(1);
      assertThat(photo.faces().get(0).name() + ".jpg").isEqualTo("Ada " + photo.photo());
      assertThat(photo.faces().get(0).face().box().iou(expected))
          .as(photo.photo())
          .isGreaterThan(0.9999);
    }
    exported(exiftool, photos, read);
  }

  /** FacesJ's own sidecars, as exiftool reads them: in parts of the stored picture. */
  private void exported(String exiftool, Path photos, ReadFaces read) throws Exception {
    Path out = Files.createDirectory(dir.resolve("out"));
    assertThat(new XmpRegions(Optional.of(photos), false).write(read.photos(), out)).isEmpty();
    String json =
        Program.run(
            exiftool,
            "-q",
            "-j",
            "-struct",
            "-n",
            "-XMP-mwg-rs:RegionInfo",
            "-ext",
            "xmp",
            out + "");
    JsonArray files = JsonParser.parseString(json).getAsJsonArray();
    assertThat(files).hasSize(read.photos().size());
    for (JsonElement file : files) {
      JsonObject info = file.getAsJsonObject().getAsJsonObject("RegionInfo");
      JsonArray list = info.getAsJsonArray("RegionList");
      assertThat(list).hasSize(1);
      JsonObject area = list.get(0).getAsJsonObject().getAsJsonObject("Area");
      double w = area.get("W").getAsDouble() * MarkedPhoto.WIDTH;
      double h = area.get("H").getAsDouble() * MarkedPhoto.HEIGHT;
      Box found =
          new Box(
              area.get("X").getAsDouble() * MarkedPhoto.WIDTH - w / 2,
              area.get("Y").getAsDouble() * MarkedPhoto.HEIGHT - h / 2,
              w,
              h);
      assertThat(found.iou(MarkedPhoto.MARK)).as(file.toString()).isGreaterThan(0.9999);
    }
    ReadFaces again = new XmpRegions(Optional.empty(), false).read(photos);
    assertThat(again.photos().stream().flatMap(p -> p.faces().stream()).map(NamedFace::name))
        .hasSize(read.photos().size());
  }
}
