package io.github.facesj.photo;

import io.github.facesj.io.PathText;
import io.github.facesj.photo.format.PhotoFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which files of a folder are photos: by their names, and by their first bytes. */
final class PhotoCheck {

  /** Formats whose first bytes no other file has by chance, and no RAW file has. */
  private static final Set<PhotoFormat> CERTAIN =
      Set.of(PhotoFormat.JPEG, PhotoFormat.PNG, PhotoFormat.WEBP, PhotoFormat.GIF);

  /** What a program of this machine converts. */
  private final Set<FileCategory> converted =
      Arrays.stream(FileCategory.values())
          .filter(FileCategory::isConverted)
          .collect(Collectors.toSet());

  /** What a file is if it is not to be read; empty for a photo. */
  Optional<FileCategory> passedOver(Path file) {
    String name = PathText.name(file);
    // Where hidden files are searched: ._a.jpg is macOS's note beside a.jpg, and no picture.
    boolean note = name.startsWith("._");
    if (PhotoFolder.isPhotoName(name) && !note) {
      return Optional.empty();
    }
    FileCategory category = FileCategory.of(name);
    if (!category.mayBePhoto()) {
      return Optional.of(category);
    }
    byte[] head = head(file);
    if (PhotoFormat.of(head).filter(CERTAIN::contains).isPresent()) {
      return Optional.empty();
    }
    Optional<FileCategory> content = ConvertedFormat.of(head).map(FileCategory::of);
    // Two bytes may be chance: JPEG XL without boxes is one only if its name says so.
    if (content.filter(c -> c != FileCategory.JXL || head[0] == 0).isPresent()) {
      return content.filter(c -> !converted.contains(c));
    }
    return converted.contains(category) && !note ? Optional.empty() : Optional.of(category);
  }

  private static byte[] head(Path file) {
    if (Files.isRegularFile(file)) { // a pipe would have to be waited for
      try (InputStream in = Files.newInputStream(file)) {
        return in.readNBytes(PhotoFormat.HEAD);
      } catch (IOException e) {
        return new byte[0]; // it is counted as what its name says
      }
    }
    return new byte[0];
  }
}
