package io.github.facesj.fiji.archive;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import io.github.facesj.archive.Archive;
import io.github.facesj.collection.SheetPlan;
import io.github.facesj.image.FaceImage;
import io.github.facesj.io.PathText;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.picture.PictureFile;
import io.github.facesj.picture.PictureMark;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** A contact sheet as an image, one slice for each page, and as a file. */
public final class ContactSheetImage {

  private final SheetPlan plan;
  private final Archive archive;

  /**
   * @param archive the one that the plan was made from
   */
  public ContactSheetImage(SheetPlan plan, Archive archive) {
    this.plan = plan;
    this.archive = archive;
  }

  /**
   * Draws all pages, and writes them where asked to.
   *
   * @param output a picture; a TIFF if there are several pages
   * @throws FacesException if the archive cannot be read, the file not be written, or the user
   *     stopped it
   * @throws IllegalArgumentException if the file cannot hold the pages, or memory cannot
   */
  public ImagePlus draw(Optional<Path> output, Progress progress) throws FacesException {
    requireMemory();
    String title = "Contact sheet of " + PathText.name(archive.file());
    if (output.isEmpty()) {
      return new ImagePlus(title, pages(page -> {}, progress));
    }
    requireRoom(output.get());
    WriteGuard guard = WriteGuard.of(archive.file());
    guard.require(output.get(), PictureMark.KIND);
    try (PictureFile file = PictureFile.create(output.get(), guard)) {
      ImageStack stack = pages(file::add, progress);
      file.commit();
      return new ImagePlus(title, stack);
    }
  }

  /** What else is done with a page. */
  @FunctionalInterface
  private interface Taker {
    void take(FaceImage page) throws FacesException;
  }

  private ImageStack pages(Taker taker, Progress progress) throws FacesException {
    ImageStack stack = new ImageStack(plan.width(), plan.height());
    for (int page = 0; page < plan.pages(); page++) {
      progress.at(page, plan.pages(), "Drawing page " + (page + 1));
      if (progress.isCanceled()) {
        throw new FacesException(
            String.format(
                Locale.ROOT,
                "The contact sheet was stopped after %d of %d pages; nothing was written.",
                page,
                plan.pages()));
      }
      FaceImage drawn = plan.draw(page, archive);
      taker.take(drawn);
      stack.addSlice(
          "from " + plan.title(page),
          new ColorProcessor(drawn.width(), drawn.height(), drawn.pixels()));
    }
    progress.at(plan.pages(), plan.pages(), "Contact sheet");
    return stack;
  }

  private void requireMemory() {
    long bytes = 4L * plan.width() * plan.height() * plan.pages();
    if (bytes > Runtime.getRuntime().maxMemory() / 2) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A contact sheet of %d pages of %d x %d pixels needs %d MB of memory. Show fewer"
                  + " people, fewer faces of each, or smaller ones.",
              plan.pages(),
              plan.width(),
              plan.height(),
              bytes >> 20));
    }
  }

  private void requireRoom(Path output) {
    String name = PathText.name(output);
    if (plan.pages() > 1 && PictureFile.canWrite(name) && !PictureFile.holdsPages(name)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The contact sheet has %d pages, and only a TIFF holds several. Let the name %s end"
                  + " with .tif, show fewer people, or make pages higher.",
              plan.pages(),
              output));
    }
  }
}
