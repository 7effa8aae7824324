package io.github.facesj.fiji;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.batch.PhotoBatch;
import io.github.facesj.batch.PhotoPage;
import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.io.PathText;
import io.github.facesj.photo.PhotoFolder;
import io.github.facesj.photo.PhotoListing;
import io.github.facesj.picture.Decoration;
import io.github.facesj.picture.Frame;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Factory;
import io.github.facesj.run.Progress;
import io.github.facesj.run.Report;
import io.github.facesj.run.WorkResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The photos of a folder with a picture laid on their faces, as a stack: an animation. */
public final class DecoratedFolder {

  private final Factory<FaceAnalyzer> factory;
  private final int threads;
  private final Decoration decoration;
  private final Frame frame;

  /** A photo with pictures on its faces. */
  private record Decorated(FaceImage image, int faces) {}

  /**
   * @param factory makes an analyzer for each thread that finds faces with points
   * @param threads photos worked on at the same time, at least 1
   * @param frame size of the stack
   */
  public DecoratedFolder(
      Factory<FaceAnalyzer> factory, int threads, Decoration decoration, Frame frame) {
    this.factory = factory;
    this.threads = threads;
    this.decoration = decoration;
    this.frame = frame;
  }

  /**
   * The stack and what it came to.
   *
   * @param stack one picture for each photo that could be read, faces or not, named like it
   */
  public record Outcome(ImagePlus stack, Report report) {}

  /**
   * @param input searched with all folders below it
   * @throws FacesException if the folder cannot be read, or not one photo
   * @throws IllegalArgumentException if the folder holds no photo, or more than memory does
   */
  public Outcome of(PhotoFolder input, Progress progress) throws FacesException {
    Path folder = input.path();
    PhotoListing listing = input.listing(progress).requireAny();
    List<Path> photos = listing.photos();
    long bytes = 4L * frame.width() * frame.height() * photos.size();
    if (bytes > Runtime.getRuntime().maxMemory() / 2) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A stack of %d pictures of %d x %d pixels needs %d MB of memory. Make width and"
                  + " height smaller, or choose fewer photos.",
              photos.size(),
              frame.width(),
              frame.height(),
              bytes >> 20));
    }
    ImageStack stack = new ImageStack(frame.width(), frame.height());
    Report report =
        new PhotoBatch<>(folder, factory, threads)
            .pages(
                listing,
                (FaceAnalyzer analyzer, PhotoPage page, FaceImage image, Progress stop) -> {
                  List<Face> faces = analyzer.analyze(image, stop);
                  return new Decorated(frame.fit(decoration.on(image, faces)), faces.size());
                },
                Decorated::faces,
                (PhotoPage page, WorkResult<Decorated> result) ->
                    result.value().ifPresent(done -> add(stack, folder, page, done.image())),
                progress);
    if (stack.size() == 0) {
      throw new FacesException(
          report.problems().isEmpty()
              ? "The run was stopped before its first photo."
              : "Not one photo could be read. The first: " + report.problems().get(0));
    }
    return new Outcome(new ImagePlus("Overlaid " + PathText.name(folder), stack), report);
  }

  private static void add(ImageStack stack, Path folder, PhotoPage page, FaceImage done) {
    String name = PhotoFolder.relative(folder, page.photo());
    stack.addSlice(
        page.pages() == 1 ? name : name + " page " + (page.number() + 1),
        new ColorProcessor(done.width(), done.height(), done.pixels()));
  }
}
