package io.github.facesj.picture;

import io.github.facesj.Reference;
import io.github.facesj.embed.FaceEmbedder;
import io.github.facesj.face.Box;
import io.github.facesj.face.Embedding;
import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.gallery.Enrolled;
import io.github.facesj.gallery.Gallery;
import io.github.facesj.gallery.Identification;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Sampling;
import io.github.facesj.model.OpenModel;
import io.github.facesj.photo.PhotoReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Whoever wants to know the people of the samples: has two portraits of each, and knows of every
 * other face exactly where its eyes, nose and mouth are, covered or not.
 */
final class KnownSamples implements AutoCloseable {

  private static final Path SAMPLES = Path.of("sample-images");

  /**
   * What came out.
   *
   * @param faces looked at
   * @param named those named rightly
   * @param nearest those whose nearest person is the right one, however far
   */
  record Count(int faces, int named, int nearest) {}

  private record Probe(String person, Face face) {}

  private final OpenModel model;
  private final FaceEmbedder embedder;
  private final Map<String, List<Probe>> probes = new LinkedHashMap<>();
  private final Gallery gallery;

  private KnownSamples(OpenModel model) throws Exception {
    this.model = model;
    embedder = FaceEmbedder.of(model);
    List<Map<String, String>> boxes = Reference.rows(SAMPLES.resolve("faces.csv"));
    List<Map<String, String>> points = Reference.rows(SAMPLES.resolve("landmarks5.csv"));
    List<Enrolled> known = new ArrayList<>();
    for (int i = 0; i < boxes.size(); i++) {
      Map<String, String> row = boxes.get(i);
      String image = row.get("image");
      String person = row.get("identity");
      Face face = Face.of(Reference.box(row, ""), 1, five(points.get(i)));
      if (image.matches("portraits/.*_[12]\\.jpg")) {
        FaceImage photo = PhotoReader.read(SAMPLES.resolve(image));
        known.add(new Enrolled(person, image, embed(photo, List.of(face)).get(0)));
      } else if (!image.startsWith("variants") && Reference.number(row, "occluded") <= 0.5) {
        probes.computeIfAbsent(image, k -> new ArrayList<>()).add(new Probe(person, face));
      }
    }
    gallery = Gallery.empty(embedder.id(), "").with(known);
    probes.values().forEach(p -> p.removeIf(x -> !gallery.people().contains(x.person())));
  }

  static KnownSamples of(String embedder) throws Exception {
    return new KnownSamples(Reference.open(embedder));
  }

  private static Landmarks five(Map<String, String> row) {
    double[] xy =
        Stream.of(
                "eye_image_left",
                "eye_image_right",
                "nose",
                "mouth_image_left",
                "mouth_image_right")
            .flatMapToDouble(
                p ->
                    DoubleStream.of(
                        Reference.number(row, p + "_x"), Reference.number(row, p + "_y")))
            .toArray();
    return Landmarks.of(LandmarkScheme.FIVE, xy);
  }

  private List<Embedding> embed(FaceImage photo, List<Face> faces) throws Exception {
    return embedder.embed(Pyramid.of(photo), faces, Sampling.ANTIALIASED).stream()
        .map(Face::embedding)
        .map(Optional::orElseThrow)
        .toList();
  }

  /**
   * @param cover what is done to each photo with the boxes of its faces
   */
  Count identify(BiFunction<FaceImage, List<Box>, FaceImage> cover) throws Exception {
    int faces = 0;
    int named = 0;
    int nearest = 0;
    for (Map.Entry<String, List<Probe>> photo : probes.entrySet()) {
      List<Face> here = photo.getValue().stream().map(Probe::face).toList();
      FaceImage copy =
          cover.apply(
              PhotoReader.read(SAMPLES.resolve(photo.getKey())),
              here.stream().map(Face::box).toList());
      List<Embedding> vectors = embed(copy, here);
      for (int i = 0; i < here.size(); i++) {
        Identification who =
            Identification.of(
                gallery, vectors.get(i), embedder.distance(), embedder.threshold(), 1);
        String person = photo.getValue().get(i).person();
        faces++;
        named += who.match().filter(m -> m.person().equals(person)).isPresent() ? 1 : 0;
        nearest += who.candidates().get(0).person().equals(person) ? 1 : 0;
      }
    }
    return new Count(faces, named, nearest);
  }

  /** How often the right one of all people is hit at random, in 999 of 1000 cases at most. */
  int chance(int faces) {
    double p = 1.0 / gallery.people().size();
    return (int) Math.ceil(faces * p + 3.1 * Math.sqrt(faces * p * (1 - p)));
  }

  @Override
  public void close() {
    model.close();
  }
}
