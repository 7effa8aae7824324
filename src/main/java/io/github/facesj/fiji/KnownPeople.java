package io.github.facesj.fiji;

import io.github.facesj.analysis.Identifier;
import io.github.facesj.analysis.NameThreshold;
import io.github.facesj.analysis.NamingRule;
import io.github.facesj.analysis.QualityGate;
import io.github.facesj.analysis.Recognizer;
import io.github.facesj.batch.CertaintyRule;
import io.github.facesj.batch.GallerySource;
import io.github.facesj.face.PersonNames;
import io.github.facesj.gallery.Cohort;
import io.github.facesj.gallery.Gallery;
import io.github.facesj.gallery.GalleryFile;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Factory;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The gallery that a command compares with: a file that Build Gallery wrote, or a folder of folders
 * whose people are enrolled for this one time.
 *
 * @param gallery who is known
 * @param recognizers finds and embeds as the gallery's faces were
 */
public record KnownPeople(Gallery gallery, Recognizers recognizers) {

  /**
   * @param path file or folder
   * @param recognizers what the user asked for
   * @param own whether the gallery's own embedder and mirror are to be used, where it is a file
   * @throws IllegalArgumentException if another embedder was asked for than the gallery was made
   *     with
   */
  public static KnownPeople of(Path path, Recognizers recognizers, boolean own, Progress progress)
      throws FacesException {
    if (Files.isDirectory(path)) {
      GallerySource source =
          new GallerySource(recognizers, recognizers.faces().threads(), QualityGate.OPEN);
      Gallery gallery = GallerySource.join(source.empty(), source.enrol(path, progress));
      remark(path, gallery, progress);
      return new KnownPeople(gallery, recognizers);
    }
    Gallery gallery = GalleryFile.read(path);
    remark(path, gallery, progress);
    return new KnownPeople(gallery, own ? recognizers.like(gallery.model()) : recognizers);
  }

  private static void remark(Path path, Gallery gallery, Progress progress) {
    for (String sentence : PersonNames.remarks(gallery.people())) {
      progress.warn(new Problem(path.toString(), sentence));
    }
  }

  /**
   * @param threshold the user's, or 0 for the calibrated one or the one that the card gives for
   *     this gallery
   * @param best how many people to list for each face
   */
  public Factory<Identifier> identifiers(double threshold, int best) throws FacesException {
    gallery.requireSomebody();
    Recognizer one = recognizers.create();
    NameThreshold limit =
        NamingRule.of(threshold, one.embedder(), recognizers.faces().store().folder())
            .threshold(Cohort.of(gallery.faces()));
    return () -> new Identifier(recognizers.create(), gallery, limit, best);
  }

  /** As {@link #identifiers}, listing everybody for each face. */
  public Factory<Identifier> everybody(double threshold) throws FacesException {
    return identifiers(threshold, Math.max(1, gallery.people().size()));
  }

  /**
   * From when on a face is surely that of one of them.
   *
   * @param asked the user's greatest distance, or 0
   * @throws IllegalArgumentException if the embedder's card does not say how alike people get
   */
  public CertaintyRule sure(double asked) throws FacesException {
    gallery.requireSomebody();
    return CertaintyRule.of(asked, recognizers.create().embedder(), Cohort.of(gallery.faces()));
  }
}
