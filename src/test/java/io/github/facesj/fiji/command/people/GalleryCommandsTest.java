package io.github.facesj.fiji.command.people;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.facesj.Sample;
import io.github.facesj.fiji.command.IdentificationParameters;
import io.github.facesj.gallery.GalleryFile;
import io.github.facesj.model.Catalogue;
import io.github.facesj.model.ModelCard;
import io.github.facesj.model.Task;
import io.github.facesj.table.CsvTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** A gallery from a folder, changed, and people named by it, by the real commands. */
class GalleryCommandsTest {

  private static final String ADA = "爱达";
  private static final String BO = "bo 🙂";

  private static Context context;

  @TempDir Path dir;

  private Path people;
  private Path gallery;

  @BeforeAll
  static void start() {
    context = new Context();
  }

  @AfterAll
  static void stop() {
    context.dispose();
  }

  @BeforeEach
  void twoPeopleAndPhotosThatCannotBeEnrolled() throws Exception {
    ResultsTable.getResultsTable().reset();
    people = dir.resolve("人 people");
    gallery = dir.resolve("gallery.csv");
    for (String[] who : new String[][] {{"ada", ADA}, {"bo", BO}}) {
      Path person = Files.createDirectories(people.resolve(who[1]));
      for (int i = 1; i <= 2; i++) {
        String photo = who[0] + "_" + i + ".jpg";
        Files.copy(Sample.path("portraits/" + who[0] + "/" + photo), person.resolve(photo));
      }
    }
    Files.copy(Sample.path(Sample.GROUP), people.resolve(ADA).resolve("group.jpg"));
    Files.writeString(people.resolve(BO).resolve("broken.jpg"), "no photo");
  }

  private static CommandModule run(Class<? extends Command> command, Object... inputs)
      throws Exception {
    return context.service(CommandService.class).run(command, true, inputs).get();
  }

  private CommandModule build(Object... more) throws Exception {
    List<Object> inputs =
        new ArrayList<>(List.of("gallery", gallery.toString(), "input", people.toString()));
    inputs.addAll(List.of(more));
    return run(BuildGallery.class, inputs.toArray());
  }

  @Test
  void enrolsPeopleAndSaysWhichPhotosItDidNot() throws Exception {
    CommandModule done = build();
    assertThat(done.getCancelReason()).isNull();
    assertThat(GalleryFile.read(gallery).people()).containsExactlyInAnyOrder(ADA, BO);
    ResultsTable skipped = (ResultsTable) done.getOutput("skipped");
    assertThat(skipped.size()).isEqualTo(2);
    assertThat(Stream.of(0, 1).map(i -> skipped.getStringValue("problem", i)))
        .anyMatch(p -> p.matches("\\d faces were found, .*"))
        .anyMatch(p -> p.contains("is not a photo"));
    ResultsTable table = (ResultsTable) done.getOutput("people");
    assertThat(table.size()).isEqualTo(2);
    assertThat(table.getValue("faces", 0)).isEqualTo(2);
    assertThat((String) done.getOutput("report"))
        .startsWith("4 photos of 2 people enrolled, 2 photos not");
  }

  @Test
  void addsRenamesAndForgetsPeople() throws Exception {
    build();
    assertThat(build("action", "add").getCancelReason()).isNull();
    assertThat(GalleryFile.read(gallery).faces()).hasSize(4);
    run(
        BuildGallery.class,
        "gallery",
        gallery.toString(),
        "action",
        "rename",
        "person",
        BO,
        "name",
        "Bo II");
    assertThat(GalleryFile.read(gallery).people()).containsExactlyInAnyOrder(ADA, "Bo II");
    run(BuildGallery.class, "gallery", gallery.toString(), "action", "remove", "person", ADA);
    assertThat(GalleryFile.read(gallery).people()).containsExactly("Bo II");
    assertThat(Files.readString(gallery)).doesNotContain(ADA);
    CommandModule nobody =
        run(BuildGallery.class, "gallery", gallery.toString(), "action", "remove", "person", "x");
    assertThat(nobody.getCancelReason()).contains("knows nobody named \"x\"");
  }

  @Test
  void writesNamesAtTheFacesAndUnknownAtStrangers() throws Exception {
    build();
    ImagePlus image = Sample.open("portraits/ada/ada_3.jpg");
    CommandModule done =
        run(IdentifyFaces.class, "image", image, "gallery", gallery.toString(), "best", 2);
    assertThat(done.getCancelReason()).isNull();
    ResultsTable found = (ResultsTable) done.getOutput("found");
    assertThat(found.getStringValue("name", 0)).isEqualTo(ADA);
    assertThat(found.getStringValue("candidate1", 0)).isEqualTo(ADA);
    assertThat(found.getStringValue("candidate2", 0)).isEqualTo(BO);
    assertThat(found.getValue("margin", 0))
        .isEqualTo(found.getValue("distance2", 0) - found.getValue("distance1", 0));
    assertThat(Arrays.stream(image.getOverlay().toArray()).map(roi -> roi.getName()))
        .anyMatch(name -> name.matches("face-1 " + ADA + " 0\\.\\d\\d \\(1 in 1,000\\)"));
    assertThat((String) done.getOutput("report"))
        .startsWith("1 of 1 faces named, threshold 0.")
        .endsWith("for 4 faces of 2 people; a stranger is named: 1 in 1,000)");
    assertThat(found.getValue("people", 0)).isEqualTo(2);
    assertThat(found.getValue("comparisons", 0)).isEqualTo(4);
    assertThat(found.getValue("false_identification_rate", 0)).isEqualTo(0.001);
    assertThat(ResultsTable.getResultsTable().size()).isEqualTo(1);
    done =
        run(
            IdentifyFaces.class,
            "image",
            image,
            "gallery",
            gallery.toString(),
            "threshold",
            0.0001);
    found = (ResultsTable) done.getOutput("found");
    assertThat(found.getStringValue("name", 0)).isEqualTo("unknown");
    assertThat(image.getOverlay().get("face-1 unknown")).isNotNull();
  }

  @Test
  void namesThePeopleOfAFolderFromAFolder() throws Exception {
    Path photos = Files.createDirectories(dir.resolve("写真"));
    Files.copy(Sample.path("portraits/bo/bo_3.jpg"), photos.resolve("一.jpg"));
    Files.writeString(photos.resolve("broken.jpg"), "no photo");
    for (Path known : List.of(people, gallery)) {
      build();
      Path table = dir.resolve("who.csv");
      CommandModule done =
          run(
              IdentifyInFolder.class,
              "gallery",
              known.toString(),
              "input",
              photos.toString(),
              "output",
              table.toString());
      assertThat(done.getCancelReason()).isNull();
      assertThat((String) done.getOutput("report"))
          .startsWith("1 photo, 1 face, 1 problem (")
          .contains("a stranger is named: 1 in 1,000");
      CsvTable csv = CsvTable.read("The table", table);
      assertThat(csv.headings())
          .startsWith("photo", "slice", "face", "name", "distance", "margin")
          .endsWith("problem", "people", "comparisons", "false_identification_rate");
      assertThat(csv.rows().get(0).get(csv.headings().indexOf("problem"))).contains("not a photo");
      assertThat(csv.rows().get(1)).startsWith("一.jpg", "1", "1", BO).endsWith("2", "4", "0.001");
    }
  }

  @Test
  void badInputsAreASentenceAndNothingIsHalfWritten() throws Exception {
    Path empty = Files.createDirectories(dir.resolve("empty"));
    CommandModule done =
        run(BuildGallery.class, "gallery", gallery.toString(), "input", empty.toString());
    assertThat(done.getCancelReason()).contains("holds no people");
    assertThat(gallery).doesNotExist();

    Path strangers = Files.createDirectories(dir.resolve("strangers/x"));
    Files.writeString(strangers.resolve("broken.jpg"), "no photo");
    done =
        run(
            BuildGallery.class,
            "gallery",
            gallery.toString(),
            "input",
            strangers.getParent().toString());
    assertThat(done.getCancelReason()).contains("Not one of the 1 photos").contains("broken.jpg");
    assertThat(gallery).doesNotExist();

    build();
    ImagePlus image = Sample.open("portraits/ada/ada_3.jpg");
    assertThat(identify(image, "mirror", "none"))
        .contains("This gallery was made with the model facesj-embedder+sum");
    String text = Files.readString(gallery);
    Files.writeString(gallery, text.substring(0, text.length() / 2));
    assertThat(identify(image)).contains("was cut short or changed");
    assertThat(build("action", "add").getCancelReason()).contains("was cut short or changed");
    assertThat(Files.readString(gallery)).hasSize(text.length() / 2);
    Files.writeString(gallery, "photo,x,y\n");
    assertThat(identify(image)).contains("is not a gallery of FacesJ");
    Files.delete(gallery);
    assertThat(identify(image)).contains("There is no gallery at");
    assertThat(image.getOverlay()).isNull();
  }

  private String identify(ImagePlus image, Object... more) throws Exception {
    List<Object> inputs = new ArrayList<>(List.of("image", image, "gallery", gallery.toString()));
    inputs.addAll(List.of(more));
    return run(IdentifyFaces.class, inputs.toArray()).getCancelReason();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "action  | steal  | What to do must be one of build, add, remove, rename, list, but was",
        "quality | 2      | The least quality must be between 0 and 1, but was 2.0.",
        "input   | none   | The folder of people none is not a folder.",
        "gallery | ' '    | The gallery is not named; say which.",
        "action  | remove | There is no gallery at",
        "action  | rename | Say which person: person=[...]."
      })
  void everyWrongParameterHasItsSentence(String name, String value, String sentence)
      throws Exception {
    if (value.equals("remove")) {
      assertThat(build("action", "remove", "person", "x").getCancelReason()).contains(sentence);
      return;
    }
    assertThat(build(name, value).getCancelReason()).contains(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "best      | 0     | The number of candidates must be at least 1, but was 0.",
        "threshold | -1    | The greatest distance must be 0 or more, but was -1.0.",
        "threshold | 9     | must be between 0 and 2.0, but was 9.0.",
        "gallery   | ' '   | The gallery is not named; say which.",
        "slices    | some  | Slices must be one of current, all, but was \"some\".",
        "embedder  | vgg   | There is no embedding model \"vgg\"; there are facesj-embedder"
      })
  void identifyingWronglyHasItsSentence(String name, String value, String sentence)
      throws Exception {
    build();
    ImagePlus image = Sample.open("portraits/ada/ada_3.jpg");
    assertThat(identify(image, name, value)).contains(sentence);
    assertThat(image.getOverlay()).isNull();
  }

  @Test
  void offersEveryEmbedderOfTheCatalogue() throws Exception {
    List<String> embedders =
        Catalogue.builtIn().cards(Task.EMBEDDING).stream().map(ModelCard::id).toList();
    assertThat(choices(BuildGallery.class)).containsExactlyElementsOf(embedders);
    assertThat(choices(IdentifyFaces.class))
        .startsWith(IdentificationParameters.OF_GALLERY)
        .endsWith(embedders.toArray(String[]::new))
        .hasSize(embedders.size() + 1);
  }

  private static List<String> choices(Class<? extends Command> command) {
    CommandInfo info = context.service(CommandService.class).getCommand(command);
    return info.getInput("embedder", String.class).getChoices();
  }
}
