package io.github.facesj.fiji.image;

import ij.ImagePlus;
import ij.io.FileInfo;
import io.github.facesj.io.WriteGuard;
import java.nio.file.Path;

/** The file that an image window was opened from. */
public final class OpenedFile {

  private OpenedFile() {}

  /** For what is written of an image: its own file is not written over. */
  public static WriteGuard guard(ImagePlus image) {
    FileInfo info = image.getOriginalFileInfo();
    return info == null
            || info.directory == null
            || info.directory.isBlank()
            || info.fileName == null
        ? WriteGuard.none()
        : WriteGuard.of(Path.of(info.directory).resolve(info.fileName));
  }
}
