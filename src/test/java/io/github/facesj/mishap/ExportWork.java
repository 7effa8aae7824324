package io.github.facesj.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchiveDump;
import io.github.facesj.archive.ArchiveSetup;
import io.github.facesj.archive.ArchivedPhoto;
import io.github.facesj.archive.Decisions;
import io.github.facesj.archive.NewFace;
import io.github.facesj.archive.NewPhoto;
import io.github.facesj.archive.SmallArchive;
import io.github.facesj.collection.PeopleExport;
import io.github.facesj.collection.PhotoCopies;
import io.github.facesj.run.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Export People: tables, crops and copies of photos, none of them half. */
final class ExportWork implements Work {

  @Override
  public void prepare(Path given, Path state) throws Exception {
    Path photos = given.resolve("photos");
    Photos.copy(photos);
    List<Path> files;
    try (Stream<Path> all = Files.walk(photos)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    try (Archive archive = SmallArchive.of(given.resolve("people.facesj"))) {
      for (int person = 0; person < 2; person++) {
        long cluster = ArchiveSetup.addCluster(archive);
        for (Path file : files.subList(3 * person, 3 * person + 3)) {
          NewPhoto photo =
              new NewPhoto(
                  ArchivedPhoto.pathOf(file.toRealPath()),
                  1,
                  1,
                  "",
                  Optional.empty(),
                  1,
                  Optional.empty());
          long id = archive.photoTable().add(photo);
          long face = archive.faceTable().add(id, face(person, Files.readAllBytes(file)));
          ArchiveSetup.place(archive, cluster, face);
        }
        new Decisions(archive).clusters().name(cluster, "Person " + person);
      }
    }
  }

  /** Any JPEG serves as the small picture. */
  private static NewFace face(int person, byte[] jpeg) {
    NewFace face = SmallArchive.face(1, 90.0 * person);
    return new NewFace(
        face.page(),
        face.number(),
        face.box(),
        face.score(),
        face.quality(),
        face.points(),
        face.embedding(),
        jpeg,
        face.drawn());
  }

  @Override
  public void run(Path given, Path state) throws Exception {
    try (Archive archive = Archive.read(given.resolve("people.facesj"))) {
      KilledWork.begin();
      new PeopleExport(true, PhotoCopies.COPY, false)
          .run(archive, Optional.of(given.resolve("photos").toRealPath()), state, Progress.SILENT);
    }
  }

  @Override
  public void check(Path given, Path state, Path before, Path after) throws Exception {
    Trees.assertNothingHalf(state, before, after);
    assertThat(ArchiveDump.of(given.resolve("people.facesj"))).contains("ok");
  }

  @Override
  public void checkEnd(Path given, Path state, Path after) throws Exception {
    assertThat(Trees.of(state)).isEqualTo(Trees.of(after));
  }
}
