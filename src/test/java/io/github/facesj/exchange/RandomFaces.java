package io.github.facesj.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.image.Orientation;
import io.github.facesj.photo.PhotoFrame;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Faces of photos as nobody would think of them. */
public final class RandomFaces {

  private RandomFaces() {}

  /** Names of any characters that UTF-8 can hold, line breaks and formulas among them. */
  public static Arbitrary<String> names() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("=+-@'\",;:\t\r\n \\<&>ab").ofMaxLength(8),
        Arbitraries.strings().filter(s -> s.chars().noneMatch(c -> c >= 0xd800 && c < 0xe000)),
        Arbitraries.of(
            "=1+1",
            "'t Hooft",
            "-5",
            "Zoë \"née\", O'Neil",
            "日本 花子",
            "\uD83D\uDE00",
            "",
            "face",
            "unknown",
            "a\nb",
            "a\r\nb",
            "x\r"));
  }

  /** Names of one line without blanks at their ends. */
  public static Arbitrary<String> lines() {
    return Arbitraries.oneOf(
            Arbitraries.strings().withChars("=+-@'\",;:<&>ab{}0 ").ofMinLength(1).ofMaxLength(8),
            Arbitraries.of("Zoë \"née\", O'Neil", "日本/花子 1.jpg", "\uD83D\uDE00", "a/b/c.d.jpg"))
        .filter(s -> s.equals(s.strip()) && !s.isEmpty());
  }

  public static Arbitrary<Landmarks> landmarks(LandmarkScheme scheme, double largest) {
    return Arbitraries.doubles()
        .between(-largest, largest)
        .array(double[].class)
        .ofSize(2 * scheme.points())
        .map(xy -> Landmarks.of(scheme, xy));
  }

  public static Arbitrary<Box> boxes() {
    Arbitrary<Double> place = Arbitraries.doubles().between(-1e4, 1e4);
    Arbitrary<Double> side = Arbitraries.doubles().between(0, 1e4);
    return Combinators.combine(place, place, side, side).as(Box::new);
  }

  /**
   * Pictures with different names, some without a face.
   *
   * @param faces what each is made of
   */
  public static Arbitrary<List<PhotoFaces>> photos(
      Arbitrary<String> names, Arbitrary<NamedFace> faces) {
    Arbitrary<PhotoFrame> frame =
        Combinators.combine(
                Arbitraries.integers().between(1, 9999),
                Arbitraries.integers().between(1, 9999),
                Arbitraries.of(Orientation.values()))
            .as(PhotoFrame::new);
    return Combinators.combine(names, frame, faces.list().ofMaxSize(3))
        .as((photo, f, here) -> PhotoFaces.of(photo, Optional.of(f), here))
        .list()
        .uniqueElements(PhotoFaces::photo)
        .ofMaxSize(4);
  }

  /** Faces with everything. */
  public static Arbitrary<NamedFace> faces() {
    Arbitrary<LandmarkScheme> scheme = Arbitraries.of(LandmarkScheme.values());
    return Combinators.combine(
            boxes(),
            Arbitraries.doubles().between(0, 1),
            landmarks(LandmarkScheme.FIVE, 1e5).optional(),
            scheme.flatMap(s -> landmarks(s, 1e5)).optional(),
            names())
        .as((b, s, p, l, n) -> new NamedFace(new Face(b, s, p, l, Optional.empty()), n));
  }

  /** The same faces with other ones in their place. */
  public static List<PhotoFaces> mapped(List<PhotoFaces> photos, UnaryOperator<NamedFace> map) {
    List<PhotoFaces> mapped = new ArrayList<>();
    photos.forEach(p -> mapped.add(p.withFaces(p.faces().stream().map(map).toList())));
    return mapped;
  }

  public static List<PhotoFaces> withoutFrame(List<PhotoFaces> photos) {
    return photos.stream()
        .map(
            p ->
                new PhotoFaces(
                    p.photo(), p.slice(), Optional.empty(), p.faces(), p.run(), p.problem()))
        .toList();
  }

  public static List<PhotoFaces> withFaces(List<PhotoFaces> photos) {
    return photos.stream().filter(p -> !p.faces().isEmpty()).toList();
  }

  /** What a reader gets of what a writer wrote; both must have nothing to complain of. */
  public static List<PhotoFaces> again(FaceFormat format, List<PhotoFaces> photos, String name)
      throws Exception {
    Path folder = Files.createTempDirectory("facesj");
    Path target = folder.resolve(name);
    try {
      assertThat(format.write(photos, target)).isEmpty();
      ReadFaces read = format.read(target);
      assertThat(read.problems()).isEmpty();
      return read.photos();
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
