package io.github.facesj.fiji.command.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import io.github.facesj.Sample;
import io.github.facesj.batch.AnonymiseRun;
import io.github.facesj.image.FaceImage;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.picture.PictureFile;
import io.github.facesj.table.CsvTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

class AnonymiseTest {

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

  private CommandModule faces(Object... inputs) throws Exception {
    return context.service(CommandService.class).run(AnonymiseFaces.class, true, inputs).get();
  }

  private CommandModule folder(Path photos, Path copies, Object... more) throws Exception {
    Object[] inputs = new Object[more.length + 4];
    System.arraycopy(more, 0, inputs, 4, more.length);
    inputs[0] = "input";
    inputs[1] = photos.toString();
    inputs[2] = "output";
    inputs[3] = copies.toString();
    return context.service(CommandService.class).run(AnonymiseFolder.class, true, inputs).get();
  }

  private Path people() throws Exception {
    Path people = dir.resolve("people");
    for (String name : List.of("ada", "bo")) {
      Path folder = Files.createDirectories(people.resolve(name));
      for (int i = 1; i <= 2; i++) {
        String photo = name + "_" + i + ".jpg";
        Files.copy(Sample.path("portraits/" + name + "/" + photo), folder.resolve(photo));
      }
    }
    return people;
  }

  @Test
  void coversAllFacesOfACopy() throws Exception {
    ImagePlus image = Sample.open(Sample.GROUP);
    int[] before = ((int[]) image.getProcessor().getPixels()).clone();
    CommandModule done = faces("image", image, "score", 0.7);
    assertThat(done.getCancelReason()).isNull();
    assertThat((String) done.getOutput("report")).startsWith("5 faces covered, 0 left as they are");
    ImagePlus copy = (ImagePlus) done.getOutput("copy");
    assertThat((int[]) image.getProcessor().getPixels()).isEqualTo(before);
    assertThat(copy.getWidth()).isEqualTo(image.getWidth());
    assertThat((String) faces("image", copy, "score", 0.7).getOutput("report"))
        .startsWith("0 faces covered");
  }

  @Test
  void coversDrawnBoxesOfEverySliceAndNothingElse() throws Exception {
    ImagePlus one = Sample.open(ADA);
    ImageStack stack = new ImageStack(one.getWidth(), one.getHeight());
    stack.addSlice("Ada, born 1815", one.getProcessor());
    stack.addSlice("again", one.getProcessor().duplicate());
    ImagePlus image = new ImagePlus("stack", stack);
    Overlay overlay = new Overlay();
    Roi second = new Roi(10, 20, 30, 40);
    second.setPosition(2);
    overlay.add(second);
    image.setOverlay(overlay);
    CommandModule done = faces("image", image, "source", "overlay", "how", "box", "margin", 0.0);
    assertThat(done.getCancelReason()).isNull();
    ImagePlus copy = (ImagePlus) done.getOutput("copy");
    assertThat(copy.getStackSize()).isEqualTo(2);
    assertThat(copy.getStack().getSliceLabel(1)).isNullOrEmpty();
    assertThat(copy.getStack().getPixels(1)).isEqualTo(one.getProcessor().getPixels());
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        boolean inside = x >= 10 && x < 40 && y >= 20 && y < 60;
        assertThat(copy.getStack().getProcessor(2).getPixel(x, y) & 0xffffff)
            .isEqualTo(inside ? 0 : one.getProcessor().getPixel(x, y) & 0xffffff);
      }
    }
  }

  @Test
  void coversOnlySomePeople() throws Exception {
    String gallery = people().toString();
    ImagePlus ada = Sample.open(ADA);
    assertThat(report(ada, gallery, "unknown", "")).startsWith("0 faces covered, 1 left");
    assertThat(report(ada, gallery, "only", "ada")).startsWith("1 face covered, 0 left");
    assertThat(report(ada, gallery, "only", "bo")).startsWith("0 faces covered, 1 left");
    assertThat(report(ada, gallery, "except", " bo ; ")).startsWith("1 face covered, 0 left");
    assertThat(report(ada, gallery, "except", "ada; bo")).startsWith("0 faces covered, 1 left");
  }

  private String report(ImagePlus image, String gallery, String who, String people)
      throws Exception {
    CommandModule done = faces("image", image, "gallery", gallery, "who", who, "people", people);
    assertThat(done.getCancelReason()).isNull();
    return (String) done.getOutput("report");
  }

  @Test
  void refusesWhatWouldLeaveAFaceUncoveredByASlip() throws Exception {
    ImagePlus ada = Sample.open(ADA);
    String gallery = people().toString();
    assertThat(faces("image", ada, "gallery", gallery, "who", "only", "people", "ada, bo"))
        .extracting(CommandModule::getCancelReason)
        .isEqualTo(
            "The gallery knows nobody named \"ada, bo\"; it knows [ada, bo]. Put semicolons between"
                + " names, and a name that has one into double quotes.");
    assertThat(faces("image", ada, "who", "only").getCancelReason())
        .contains("Write the names into people");
    assertThat(faces("image", ada, "people", "ada").getCancelReason())
        .contains("only who=only and who=except use them");
    assertThat(faces("image", ada, "who", "unknown", "gallery", "").getCancelReason())
        .isEqualTo("The gallery is not named; say which.");
    assertThat(faces("image", ada, "how", "smear").getCancelReason())
        .isEqualTo("The cover must be one of blur, pixelate, box, ellipse, but was \"smear\".");
    assertThat(faces("image", ada, "margin", -1.0).getCancelReason())
        .contains("margin of a cover must be between 0 and 10");
  }

  private Path photos() throws Exception {
    Path photos = dir.resolve("photos");
    Files.createDirectories(photos.resolve("=trip/写真"));
    Files.copy(Sample.path(ADA), photos.resolve("=trip/写真/ada, 1.jpg"));
    Files.copy(Sample.path("variants/rotated_exif6.jpg"), photos.resolve("=trip/turned.jpg"));
    Files.copy(Sample.path("variants/noface.jpg"), photos.resolve("noface.jpg"));
    Files.writeString(photos.resolve("broken.jpg"), "no photo");
    FaceImage bo = PhotoReader.read(Sample.path("portraits/bo/bo_1.jpg"));
    try (PictureFile pages = PictureFile.create(photos.resolve("pages.tif"), WriteGuard.none())) {
      pages.add(bo);
      pages.add(bo.crop(0, 0, 200, 100));
      pages.commit();
    }
    return photos;
  }

  @Test
  void copiesAFolderSkipsWhatIsDoneAndGoesOnAfterBadPhotos() throws Exception {
    Path photos = photos();
    Path copies = dir.resolve("copies");
    CommandModule first = folder(photos, copies);
    assertThat(first.getCancelReason()).isNull();
    assertThat((String) first.getOutput("report"))
        .startsWith("4 photos, 3 faces, 1 problem (")
        .contains("0 copies were there already");
    for (String name : List.of("=trip/写真/ada, 1.jpg", "=trip/turned.jpg", "noface.jpg")) {
      FaceImage photo = PhotoReader.read(photos.resolve(name));
      FaceImage copy = PhotoReader.read(copies.resolve(name));
      assertThat(copy.width()).isEqualTo(photo.width());
      assertThat(copy.height()).isEqualTo(photo.height());
      assertThat(new String(Files.readAllBytes(copies.resolve(name)), StandardCharsets.ISO_8859_1))
          .doesNotContain("Exif")
          .doesNotContain("http://ns.adobe.com");
    }
    assertThat(PhotoReader.pages(copies.resolve("pages.tif"))).isEqualTo(2);
    assertThat(copies.resolve("broken.jpg")).doesNotExist();
    CsvTable table = CsvTable.read("The table", copies.resolve(AnonymiseRun.TABLE)).unguarded();
    assertThat(table.rows())
        .extracting(r -> r.get(0))
        .containsExactly(
            "=trip/turned.jpg", "=trip/写真/ada, 1.jpg", "broken.jpg", "noface.jpg", "pages.tif");
    assertThat(table.rows().get(2).get(9)).contains("not a photo that FacesJ can read");

    byte[] manifest = Files.readAllBytes(copies.resolve(AnonymiseRun.TABLE));
    byte[] ada = Files.readAllBytes(copies.resolve("=trip/写真/ada, 1.jpg"));
    FileTime time = Files.getLastModifiedTime(copies.resolve("noface.jpg"));
    Files.writeString(copies.resolve("=trip/写真/ada, 1.jpg"), "cut off");
    CommandModule second = folder(photos, copies);
    assertThat((String) second.getOutput("report"))
        .startsWith("4 photos, 3 faces, 1 problem (")
        .contains("3 copies were there already");
    assertThat(copies.resolve("=trip/写真/ada, 1.jpg")).hasBinaryContent(ada);
    assertThat(copies.resolve(AnonymiseRun.TABLE)).hasBinaryContent(manifest);
    assertThat(Files.getLastModifiedTime(copies.resolve("noface.jpg"))).isEqualTo(time);

    assertThat((String) folder(photos, copies, "how", "box").getOutput("report"))
        .contains("0 copies were there already");
    Files.writeString(photos.resolve("noface.jpg"), "broken now");
    folder(photos, copies, "how", "box");
    assertThat(copies.resolve("noface.jpg")).doesNotExist();
  }

  @Test
  void neverWritesNearPhotosOrOverWhatSomebodyElseMade() throws Exception {
    Path photos = Files.createDirectories(dir.resolve("all/photos"));
    Files.copy(Sample.path(ADA), photos.resolve("ada.jpg"));
    for (Path copies : List.of(photos, photos.resolve("copies"), dir.resolve("all"))) {
      assertThat(folder(photos, copies).getCancelReason()).contains("Choose another folder.");
    }
    Path mine = Files.createDirectories(dir.resolve("mine"));
    Files.writeString(mine.resolve("ada.jpg"), "mine");
    assertThat(folder(photos, mine).getCancelReason()).contains("Choose an empty folder");
    assertThat(mine.resolve("ada.jpg")).hasContent("mine");
    Path odd = Files.createDirectories(dir.resolve("odd"));
    Files.writeString(odd.resolve(AnonymiseRun.TABLE), "a,b\n1,2\n");
    assertThat(folder(photos, odd).getCancelReason()).contains("is not what FacesJ wrote there");
    assertThat(photos.resolve("ada.jpg")).hasSameBinaryContentAs(Sample.path(ADA));
    assertThat(folder(dir.resolve("none"), mine).getCancelReason()).contains("is not a folder");
    assertThat(folder(photos, Path.of("")).getCancelReason()).contains("is not named");
  }
}
