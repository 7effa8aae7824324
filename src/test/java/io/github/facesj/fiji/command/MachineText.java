package io.github.facesj.fiji.command;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import io.github.facesj.Sample;
import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchiveDump;
import io.github.facesj.archive.ArchivedFace;
import io.github.facesj.archive.Decisions;
import io.github.facesj.fiji.command.collection.ClusterArchive;
import io.github.facesj.fiji.command.collection.ExportPeople;
import io.github.facesj.fiji.command.collection.IdentifyInArchive;
import io.github.facesj.fiji.command.collection.IndexFolder;
import io.github.facesj.fiji.command.evaluate.EvaluateClustering;
import io.github.facesj.fiji.command.evaluate.EvaluateDetection;
import io.github.facesj.fiji.command.evaluate.EvaluateLandmarks;
import io.github.facesj.fiji.command.evaluate.EvaluateVerification;
import io.github.facesj.fiji.command.exchange.ExportFaces;
import io.github.facesj.fiji.command.exchange.ImportFaces;
import io.github.facesj.fiji.command.faces.DetectInFolder;
import io.github.facesj.fiji.command.faces.EmbedFaces;
import io.github.facesj.fiji.command.faces.ExtractFaces;
import io.github.facesj.fiji.command.faces.FindLandmarks;
import io.github.facesj.fiji.command.people.BuildGallery;
import io.github.facesj.fiji.command.people.IdentifyInFolder;
import io.github.facesj.model.ModelStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/**
 * Makes everything that FacesJ writes for machines, under one locale after the other: {@code PHOTOS
 * TABLES OUT LOCALE...}. Each locale has its folder in {@code OUT} at the end, and worked in the
 * same.
 */
final class MachineText {

  /** All that need a folder of photos or none; the image's own are written without. */
  private static final List<String> FORMATS =
      List.of("csv", "openface", "udacity", "pts", "rois", "wider", "widertruth", "coco", "voc");

  private final Context context = new Context();
  private final List<String> said = new ArrayList<>();
  private final Path photos;
  private final Path tables;
  private final Path out;

  private MachineText(Path photos, Path tables, Path out) {
    this.photos = photos;
    this.tables = tables;
    this.out = out;
  }

  /**
   * @param args as above
   */
  public static void main(String[] args) throws Exception {
    Path out = Path.of(args[2]);
    Path work = out.resolve("work");
    for (String tag : List.of(args).subList(3, args.length)) {
      Locale.setDefault(Locale.forLanguageTag(tag));
      System.setProperty(ModelStore.PROPERTY, work.resolve("models").toString());
      Files.createDirectories(work.resolve("models"));
      MachineText text = new MachineText(Path.of(args[0]), Path.of(args[1]), work);
      try {
        text.all();
      } finally {
        text.context.dispose();
      }
      Files.write(work.resolve("said.txt"), text.said);
      Files.move(work, out.resolve(tag));
    }
    System.exit(0);
  }

  private void all() throws Exception {
    image();
    folder();
    archive();
    evaluation();
  }

  private CommandModule run(Class<? extends Command> command, Object... inputs) throws Exception {
    CommandModule done = context.service(CommandService.class).run(command, true, inputs).get();
    said.add("canceled " + command.getSimpleName() + ": " + done.getCancelReason());
    for (Object output : done.getOutputs().values()) {
      if (output instanceof ResultsTable table) {
        say(table);
      } else if (output instanceof String text) {
        said.add(withoutTimes(text));
      }
    }
    return done;
  }

  private String withoutFolder(String text) {
    return text.replace(out + "", "");
  }

  private String withoutTimes(String text) {
    return withoutFolder(text).replaceAll("\\d+\\.\\d s\\b", "");
  }

  private void say(ResultsTable table) {
    for (String heading : table.getHeadings()) {
      for (int row = 0; row < table.size(); row++) {
        said.add(heading + "=" + withoutFolder(table.getStringValue(heading, row)));
      }
    }
  }

  /** Names of ROIs and columns, vectors, and each format with what is drawn on the image. */
  private void image() throws Exception {
    ImagePlus image = Sample.open("portraits/ada/ada_1.jpg");
    ResultsTable.getResultsTable().reset();
    run(FindLandmarks.class, "image", image, "csv", out + "/landmarks.csv");
    say(ResultsTable.getResultsTable());
    for (Roi roi : image.getOverlay()) {
      said.add(roi.getName() + " " + roi.getProperties());
    }
    for (String format : FORMATS) {
      Path file = out.resolve("out." + format);
      run(ExportFaces.class, "image", image, "format", format, "output", file + "");
      run(ImportFaces.class, "input", file + "", "format", format, "csv", file + ".again.csv");
    }
    run(EmbedFaces.class, "image", image, "csv", out + "/vectors.csv", "npy", out + "/v.npy");
    CommandModule crops = run(ExtractFaces.class, "image", image);
    for (Object output : crops.getOutputs().values()) {
      if (output instanceof ImagePlus stack) {
        said.add(stack.getTitle() + " " + stack.getStack().getSliceLabel(1));
      }
    }
  }

  private void folder() throws Exception {
    String table = out + "/faces.csv";
    run(DetectInFolder.class, "input", photos + "", "output", table);
    for (String format : List.of("coco", "voc", "xmp", "wider")) {
      String file = out + "/folder." + format;
      run(
          ExportFaces.class,
          "input",
          table,
          "photos",
          photos + "",
          "format",
          format,
          "output",
          file);
    }
    String gallery = out + "/people.json";
    run(BuildGallery.class, "gallery", gallery, "input", photos + "");
    run(
        IdentifyInFolder.class,
        "gallery",
        gallery,
        "input",
        photos + "",
        "output",
        out + "/who.csv");
  }

  private void archive() throws Exception {
    Path file = out.resolve("faces.facesj");
    run(IndexFolder.class, "input", photos + "", "archive", file + "");
    name(file, 0, 1, "Ada");
    run(ClusterArchive.class, "archive", file + "", "csv", out + "/clusters.csv", "least", 1);
    run(IdentifyInArchive.class, "archive", file + "", "csv", out + "/named.csv");
    run(ExportPeople.class, "archive", file + "", "output", out + "/people", "crops", true);
    run(
        ExportFaces.class,
        "input",
        file + "",
        "photos",
        photos + "",
        "format",
        "xmp",
        "output",
        out + "/xmp");
    name(file, 0, 2, "Ada");
    name(file, 2, 3, "Bo");
    for (String format : List.of("pairs", "embeddings")) {
      String output = out + "/" + format + (format.equals("pairs") ? ".csv" : ".npy");
      run(ExportFaces.class, "input", file + "", "format", format, "output", output);
    }
    Files.write(out.resolve("archive.txt"), ArchiveDump.of(file));
    Files.delete(file);
  }

  private static void name(Path file, int from, int to, String person) throws Exception {
    try (Archive open = Archive.open(file)) {
      List<Long> faces = open.faces().stream().map(ArchivedFace::id).toList();
      new Decisions(open).faces().give(faces.subList(from, to), person);
    }
  }

  private void evaluation() throws Exception {
    for (Class<? extends Command> command :
        List.of(EvaluateDetection.class, EvaluateLandmarks.class)) {
      evaluate(command, "truth", tables.resolve(command.getSimpleName() + ".csv") + "");
    }
    evaluate(
        EvaluateVerification.class,
        "pairs",
        tables.resolve("pairs.csv") + "",
        "calibrate",
        true,
        "rate",
        0.5);
    evaluate(EvaluateClustering.class);
  }

  private void evaluate(Class<? extends Command> command, Object... inputs) throws Exception {
    List<Object> all = new ArrayList<>(List.of(inputs));
    all.addAll(List.of("photos", photos + "", "output", out + "/" + command.getSimpleName()));
    run(command, all.toArray());
  }
}
