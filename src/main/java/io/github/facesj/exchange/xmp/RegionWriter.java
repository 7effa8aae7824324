package io.github.facesj.exchange.xmp;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is known of the program that wrote regions, as far as it decides where they lie. */
enum RegionWriter {
  /**
   * Lightroom: areas of the stored picture, size of the upright one. Photos' regions that osxphotos
   * writes are of the stored picture, too.
   */
  ADOBE,
  /** A program of Adobe worked on the file, and another one wrote the metadata after it. */
  PERHAPS_ADOBE,
  /** ACDSee in its own list: areas and size of the upright picture. */
  ACDSEE,
  /** Any other; most do as the Metadata Working Group says. */
  OTHER;

  /**
   * How Adobe's programs sign what they wrote, such as "Adobe XMP Core 7.0-c000 1.000000". The
   * library for Java, which others use, has no "-c".
   */
  private static final Pattern TOOLKIT = Pattern.compile("Adobe XMP Core \\S*-c\\d.*");

  /**
   * Who wrote the regions of the Metadata Working Group.
   *
   * @param rotations whether a region has a rotation, which no standard knows and only Lightroom
   *     and osxphotos write
   */
  static RegionWriter of(XmpTree xmp, boolean rotations) {
    if (rotations || TOOLKIT.matcher(xmp.toolkit()).matches()) {
      return ADOBE;
    }
    Optional<String> tool =
        xmp.text(XmpSpace.XMP, XmpSpace.XMP.name("CreatorTool"))
            .or(() -> xmp.text(XmpSpace.TIFF, XmpSpace.TIFF.name("Software")));
    return tool.filter(t -> t.toLowerCase(Locale.ROOT).contains("lightroom")).isPresent()
        ? PERHAPS_ADOBE
        : OTHER;
  }
}
