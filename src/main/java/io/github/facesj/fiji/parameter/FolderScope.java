package io.github.facesj.fiji.parameter;

import io.github.facesj.photo.PhotoFolder;
import java.nio.file.Path;

/** How much of a folder is searched: the switch {@code system} of all commands on folders. */
public final class FolderScope {

  /** Of the switch, in all commands. */
  public static final String LABEL = "Search hidden and system folders, too";

  /** Of the switch, in all commands. */
  public static final String DESCRIPTION =
      "Such as #recycle, @eaDir, $RECYCLE.BIN and .thumbnails: what was deleted, and small copies.";

  /** What was deleted, and copies of what is there, are not searched unasked. */
  public static final boolean DEFAULT = false;

  private FolderScope() {}

  /**
   * The folder that a user named.
   *
   * @param what for sentences, such as {@code The photo folder}
   * @throws IllegalArgumentException if it is none
   */
  public static PhotoFolder folder(String what, String path, boolean system) {
    Path folder = Paths.folder(what, path);
    return new PhotoFolder(folder, system);
  }
}
