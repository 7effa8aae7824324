package io.github.facesj.fiji.command;

import io.github.facesj.fiji.FacesService;
import io.github.facesj.fiji.parameter.Paths;
import java.nio.file.Path;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Parameter;

/** What every command that says which faces of an archive are one person asks for. */
public abstract class ArchiveParameters extends ContextCommand {

  @Parameter protected FacesService faces;

  @Parameter(
      label = "Archive",
      style = "file",
      description = "A file that Index Folder... wrote.",
      persist = false)
  private String archive = "";

  @Parameter(
      label = "Greatest distance (0: recommended)",
      min = "0",
      persist = false,
      description = "Up to this distance, on average, faces are taken for one person.")
  private double threshold = 0;

  @Parameter(
      label = "Least quality (0: any)",
      min = "0",
      max = "1",
      persist = false,
      description = "Worse faces are left alone: small, blurred, turned away.")
  private double quality = 0;

  @Parameter(
      label = "Two faces in one photo are two people",
      persist = false,
      description = "Untick it for collages and films.")
  private boolean samephoto = true;

  /**
   * @throws IllegalArgumentException if it is not named, or no path on this system
   */
  protected Path archive() {
    return Paths.file("The archive", archive);
  }

  /** The user's threshold, or 0. */
  protected double threshold() {
    return threshold;
  }

  /** Least quality of a face, as the user gave it. */
  protected double quality() {
    return quality;
  }

  /** Whether two faces of one picture are two people. */
  protected boolean onePerPicture() {
    return samephoto;
  }
}
