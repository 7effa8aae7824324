package io.github.facesj.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.analysis.Identifier;
import io.github.facesj.analysis.NameThreshold;
import io.github.facesj.analysis.QualityGate;
import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedFace;
import io.github.facesj.archive.ArchivedPhoto;
import io.github.facesj.collection.IndexRun;
import io.github.facesj.evaluation.DetectionEvaluation;
import io.github.facesj.evaluation.LabelledFaces;
import io.github.facesj.evaluation.LabelledPhoto;
import io.github.facesj.evaluation.LandmarkEvaluation;
import io.github.facesj.evaluation.Pair;
import io.github.facesj.evaluation.PairList;
import io.github.facesj.evaluation.VerificationRun;
import io.github.facesj.exchange.NamedFace;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.Landmarks;
import io.github.facesj.gallery.Enrolment;
import io.github.facesj.gallery.Gallery;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Sampling;
import io.github.facesj.io.Hashes;
import io.github.facesj.metrics.LandmarkError;
import io.github.facesj.model.RehearsedModel.Trouble;
import io.github.facesj.photo.PhotoFolder;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.picture.Cover;
import io.github.facesj.picture.FaceCover;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of fault at random photos of every run: the others are as in a run without them. */
class FolderRunsTest {

  private static final int TRIES = 6;

  @TempDir static Path home;
  private static RehearsedPhotos photos;
  private static Gallery gallery;
  private static Map<String, List<Landmarks>> points;
  private static Map<String, List<Box>> boxes;

  @TempDir Path dir;
  private int outputs;

  @BeforeAll
  static void rehearse() throws Exception {
    photos = new RehearsedPhotos(home.toRealPath().resolve("photos"));
    GallerySource source = new GallerySource(photos::recognizer, 2, QualityGate.OPEN);
    gallery = GallerySource.join(source.empty(), source.enrol(photos.folder(), Progress.SILENT));
    points = new LinkedHashMap<>();
    boxes = new LinkedHashMap<>();
    for (String name : RehearsedPhotos.NAMES) {
      Pyramid photo = Pyramid.of(PhotoReader.read(photos.folder().resolve(name)));
      List<Face> faces = photos.analyzer().analyze(photo.photo(), Progress.SILENT);
      boxes.put(name, faces.stream().map(Face::box).toList());
      points.put(
          name,
          photos.landmarker().find(photo, faces, Sampling.ANTIALIASED).stream()
              .map(f -> f.landmarks().orElseThrow())
              .toList());
    }
  }

  @AfterAll
  static void close() {
    photos.close();
  }

  @AfterEach
  void calm() throws Exception {
    photos.noTrouble();
    photos.restore();
  }

  /** What happens to a photo. */
  enum Mishap {
    UNREADABLE,
    GONE,
    MISTAKE,
    MEMORY,
    DEPTH,
    LINKAGE,
    NETWORK;

    /** What its network does; nothing where the file itself is changed. */
    Optional<Trouble> trouble() {
      return switch (this) {
        case MISTAKE ->
            Optional.of(
                () -> {
                  throw new IllegalStateException("a mistake");
                });
        case MEMORY ->
            Optional.of(
                () -> {
                  throw new OutOfMemoryError("Java heap space");
                });
        case DEPTH ->
            Optional.of(
                () -> {
                  throw new StackOverflowError();
                });
        case LINKAGE ->
            Optional.of(
                () -> {
                  throw new NoClassDefFoundError("a/B");
                });
        case NETWORK ->
            Optional.of(
                () -> {
                  throw FacesException.passing("The network cannot be run on this.");
                });
        default -> Optional.empty();
      };
    }
  }

  /** A run over the folder, and what it says of each photo but some. */
  enum Run {
    DETECT,
    IDENTIFY,
    ANONYMISE,
    INDEX,
    ENROL,
    ENROL_NAMED,
    VERIFY,
    EVALUATE_DETECTION,
    EVALUATE_LANDMARKS,
    LABELLED
  }

  @ParameterizedTest
  @EnumSource(Run.class)
  void theOthersAreAsInARunWithoutTheBad(Run run) throws Exception {
    Random random = new Random(run.name().hashCode());
    for (int i = 0; i < TRIES; i++) {
      Set<String> bad = new TreeSet<>();
      while (bad.isEmpty()) {
        RehearsedPhotos.NAMES.stream().filter(n -> random.nextInt(4) == 0).forEach(bad::add);
      }
      Map<String, Mishap> plan = new LinkedHashMap<>();
      List<Mishap> all = new ArrayList<>(EnumSet.allOf(Mishap.class));
      bad.forEach(name -> plan.put(name, all.get(random.nextInt(all.size()))));
      assertThat(results(run, plan, bad)).as("%s with %s", run, plan).isEqualTo(without(run, bad));
    }
  }

  private List<String> results(Run run, Map<String, Mishap> plan, Set<String> bad)
      throws Exception {
    try {
      photos.trouble(name -> Optional.ofNullable(plan.get(name)).flatMap(Mishap::trouble));
      for (Map.Entry<String, Mishap> each : plan.entrySet()) {
        Path photo = photos.folder().resolve(each.getKey());
        if (each.getValue() == Mishap.UNREADABLE) {
          Files.writeString(photo, "no photo");
        } else if (each.getValue() == Mishap.GONE) {
          // A link that leads nowhere any more is what is left in a listing of a file that goes.
          Files.delete(photo);
        }
      }
      return run(run, bad);
    } finally {
      calm();
    }
  }

  private List<String> without(Run run, Set<String> bad) throws Exception {
    try {
      for (String name : bad) {
        Files.delete(photos.folder().resolve(name));
      }
      return run(run, bad);
    } finally {
      calm();
    }
  }

  private List<String> run(Run run, Set<String> bad) throws Exception {
    Path out = dir.resolve("out" + outputs++);
    List<String> good = RehearsedPhotos.NAMES.stream().filter(n -> !bad.contains(n)).toList();
    return switch (run) {
      case DETECT -> {
        new FolderDetection(photos::analyzer, photos.analyzer().provenance(), 2)
            .run(photos.folder(), out, Optional.empty(), Progress.SILENT);
        yield ofOthers(Files.readAllLines(out), bad);
      }
      case IDENTIFY -> {
        new IdentificationRun(this::identifier, 2).run(photos.folder(), out, Progress.SILENT);
        yield ofOthers(Files.readAllLines(out), bad);
      }
      case ANONYMISE -> {
        FaceCover cover = new FaceCover(Cover.BOX, 0.3);
        new AnonymiseRun(() -> Anonymiser.ofAll(photos.analyzer(), cover), 2)
            .run(photos.folder(), out, Progress.SILENT);
        List<String> copies = new ArrayList<>();
        for (String name : good) {
          copies.add(name + " " + Hashes.of(out.resolve(name)));
        }
        yield copies;
      }
      case INDEX -> {
        new IndexRun(photos::recognizer, 2).run(photos.folder(), out, Progress.SILENT);
        yield indexed(out, bad);
      }
      case ENROL ->
          enrolled(
              new GallerySource(photos::recognizer, 2, QualityGate.OPEN)
                  .enrol(photos.folder(), Progress.SILENT));
      case ENROL_NAMED ->
          enrolled(
              NamedEnrolment.of(named(), photos.folder(), photos::recognizer, 2, Progress.SILENT));
      case VERIFY ->
          new VerificationRun(photos::recognizer, 2)
              .compare(pairs(), Progress.SILENT).stream()
                  .filter(s -> good.contains(s.pair().a()) && good.contains(s.pair().b()))
                  .map(Object::toString)
                  .toList();
      case EVALUATE_DETECTION -> {
        DetectionEvaluation found =
            DetectionEvaluation.of(
                PhotoFolder.of(photos.folder()).listing(Progress.SILENT),
                boxes,
                photos::analyzer,
                2,
                0.5,
                0,
                Progress.SILENT);
        yield List.of(found.curve().points().toString(), String.valueOf(found.photos()));
      }
      case EVALUATE_LANDMARKS -> {
        LandmarkEvaluation found =
            new LandmarkEvaluation(
                photos.landmarker(),
                Optional.of(photos::analyzer),
                LandmarkError.Normaliser.INTER_OCULAR);
        found.run(photos.folder(), points, 2, Progress.SILENT);
        yield List.of(String.valueOf(found.error().mean()), String.valueOf(found.error().count()));
      }
      case LABELLED -> {
        LabelledFaces found =
            LabelledFaces.of(photos.folder(), labelled(), photos::recognizer, 2, Progress.SILENT);
        yield List.of(found.photos().toString(), found.identities().toString());
      }
    };
  }

  private Identifier identifier() throws FacesException {
    return new Identifier(
        photos.recognizer(),
        gallery,
        new NameThreshold(0.6, "given by the test", Optional.empty(), 3, 6),
        2);
  }

  private static List<String> ofOthers(List<String> lines, Set<String> bad) {
    return lines.stream().filter(l -> bad.stream().noneMatch(b -> l.startsWith(b + ","))).toList();
  }

  private static List<String> indexed(Path archive, Set<String> bad) throws FacesException {
    List<String> lines = new ArrayList<>();
    try (Archive open = Archive.read(archive)) {
      for (ArchivedPhoto photo : open.photos()) {
        if (bad.stream().noneMatch(photo.path()::endsWith)) {
          lines.add(photo.path() + " " + photo.sha256() + " " + photo.problem());
          for (ArchivedFace face : open.faceTable().of(photo.id())) {
            lines.add(face.box() + " " + face.score() + " " + face.quality());
          }
        }
      }
    }
    return lines;
  }

  private static List<String> enrolled(Enrolment enrolment) {
    return enrolment.faces().stream().map(f -> f.person() + " " + f.photo()).toList();
  }

  private static List<PhotoFaces> named() {
    List<PhotoFaces> named = new ArrayList<>();
    boxes.forEach(
        (name, all) ->
            named.add(
                PhotoFaces.of(
                    name,
                    Optional.empty(),
                    all.stream().map(b -> new NamedFace(Face.of(b, 1), "somebody")).toList())));
    return named;
  }

  private static PairList pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (String a : RehearsedPhotos.NAMES) {
      for (String b : RehearsedPhotos.NAMES) {
        pairs.add(new Pair(a, b, a.charAt(0) == b.charAt(0), 1));
      }
    }
    return new PairList(
        pairs, (name, stop) -> PhotoReader.read(photos.folder().resolve(name)), false);
  }

  private static List<LabelledPhoto> labelled() {
    return RehearsedPhotos.NAMES.stream()
        .map(
            name ->
                new LabelledPhoto(
                    name,
                    List.of(
                        new LabelledPhoto.Label(
                            name.substring(0, name.indexOf('/')), Optional.empty()))))
        .toList();
  }
}
