package io.github.facesj.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Folders in which systems, servers and programs keep small copies, earlier states and what was
 * deleted. What is found there is there twice, or is not wanted any more.
 *
 * <p>The names are those that their makers document or that stand in bug reports of photo programs:
 * Synology ({@code @eaDir}, {@code #recycle}, {@code #snapshot}), QNAP ({@code @Recycle},
 * {@code @Recently-Snapshot}, {@code .@__thumb}, {@code @Transcode}), Buffalo ({@code trashbox}),
 * NetApp ({@code ~snapshot}), Windows ({@code $RECYCLE.BIN}, {@code System Volume Information},
 * what {@code chkdsk} finds), macOS (AFP's trash, {@code __MACOSX} of its ZIP files), Linux ({@code
 * lost+found}), Lightroom's previews, Capture One's cache, OneDrive's temporary files. All whose
 * names begin with a dot are left out as well, for another reason: they are hidden.
 */
final class ServiceFolders {

  private static final Set<String> NAMES =
      Set.of(
          "@eadir",
          "@tmp",
          "@recycle",
          "@recently-snapshot",
          "@transcode",
          "#recycle",
          "#snapshot",
          "~snapshot",
          "trashbox",
          "$recycle.bin",
          "recycler",
          "recycled",
          "system volume information",
          "onedrivetemp",
          "network trash folder",
          "temporary items",
          "__macosx",
          "lost+found",
          "captureone");

  /** Lightroom's previews, and what Windows' disk check puts together. */
  private static final Pattern ENDINGS = Pattern.compile(".*\\.lrdata|found\\.\\d{3}");

  /** Libraries of Photos, iPhoto and Aperture look like one file to their user. */
  private static final Pattern LIBRARIES =
      Pattern.compile(".*\\.(photoslibrary|photolibrary|migratedphotolibrary|aplibrary)");

  /** The folders of a library in which the photos are as they came. */
  private static final Set<String> ORIGINALS = Set.of("originals", "masters");

  /** Folders of a library of iPhoto before 2011, which is an ordinary folder with an album file. */
  private static final Set<String> OLD_LIBRARY =
      Set.of("data", "data.noindex", "modified", "thumbnails", "previews", "caches");

  private ServiceFolders() {}

  /**
   * What a folder is called in reports if it is one of these: its name, or the kind of library it
   * lies in.
   */
  static Optional<String> name(Path folder) {
    String name = PathText.name(folder);
    String plain = name.toLowerCase(Locale.ROOT);
    if (NAMES.contains(plain)) {
      return Optional.of(name);
    }
    if (ENDINGS.matcher(plain).matches()) {
      return Optional.of(plain.endsWith(".lrdata") ? "*.lrdata" : name);
    }
    Path parent = folder.getParent();
    if (parent == null) {
      return Optional.empty();
    }
    var library = LIBRARIES.matcher(PathText.name(parent).toLowerCase(Locale.ROOT));
    if (library.matches() && !ORIGINALS.contains(plain)) {
      return Optional.of("*." + library.group(1) + " beside its originals");
    }
    if (OLD_LIBRARY.contains(plain) && Files.exists(parent.resolve("AlbumData.xml"))) {
      return Optional.of("an iPhoto library beside its originals");
    }
    return Optional.empty();
  }
}
