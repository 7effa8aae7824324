package io.github.facesj.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchiveSetup;
import io.github.facesj.archive.ArchivedFace;
import io.github.facesj.archive.Decisions;
import io.github.facesj.archive.Deletion;
import io.github.facesj.archive.PeopleArchive;
import io.github.facesj.run.Progress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Delete from Archive: a person is there as before, or no byte of the person is in any file. */
final class DeleteWork implements Work {

  private static final String ARCHIVE = "people.facesj";
  private static final String ADA = "Adelheid von Nirgendwo";
  private static final String EARLIER = "Ottilie Ehedem";
  private static final int PEOPLE = 6;

  @Override
  public void prepare(Path given, Path state) throws Exception {
    PeopleArchive photos = PeopleArchive.of(PeopleArchive.settings("e", "e1", 128), PEOPLE, 7);
    List<byte[]> traces = new ArrayList<>();
    try (Archive archive = photos.create(state.resolve(ARCHIVE))) {
      List<Integer> who = photos.add(archive, 120);
      List<ArchivedFace> faces = archive.faces();
      Decisions decisions = new Decisions(archive);
      for (int person = 0; person < PEOPLE; person++) {
        int p = person;
        long[] hers =
            faces.stream()
                .filter(face -> who.get(faces.indexOf(face)) == p)
                .mapToLong(ArchivedFace::id)
                .toArray();
        long cluster = ArchiveSetup.addCluster(archive);
        ArchiveSetup.place(archive, cluster, hers);
        decisions.clusters().name(cluster, person == 0 ? EARLIER : "Person " + person);
        if (person == 0) {
          decisions.clusters().name(cluster, ADA);
          for (long face : hers) {
            traces.add(firstNumbers(archive.vectors(new long[] {face}).values()));
          }
        }
      }
    }
    traces.add(ADA.getBytes(StandardCharsets.UTF_8));
    traces.add(EARLIER.getBytes(StandardCharsets.UTF_8));
    Files.createDirectories(given);
    for (int i = 0; i < traces.size(); i++) {
      Files.write(given.resolve("trace" + i), traces.get(i));
    }
  }

  /** As the file has them. */
  private static byte[] firstNumbers(float[] vector) {
    ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(vector, 0, 4);
    return bytes.array();
  }

  @Override
  public void run(Path given, Path state) throws Exception {
    KilledWork.begin();
    try (Archive archive = Archive.open(state.resolve(ARCHIVE))) {
      if (archive.clusterTable().named(ADA).isPresent()) {
        new Deletion(archive, Progress.SILENT).person(ADA);
      }
    }
  }

  @Override
  public void check(Path given, Path state, Path before, Path after) throws Exception {
    List<String> dump = rows(state);
    assertThat(dump).contains("ok").isIn(rows(before), rows(after));
    if (dump.equals(rows(after))) {
      // What the kill left of the person goes when the archive is opened next.
      Archive.open(state.resolve(ARCHIVE)).close();
      assertThat(traces(given, state)).isEmpty();
    }
  }

  @Override
  public void checkEnd(Path given, Path state, Path after) throws Exception {
    assertThat(rows(state)).isEqualTo(rows(after));
    assertThat(Trees.of(state)).containsOnlyKeys(ARCHIVE);
    assertThat(traces(given, state)).isEmpty();
  }

  /** All but the note that a deletion has to be finished. */
  private static List<String> rows(Path state) throws Exception {
    return KilledArchive.dump(state.resolve(ARCHIVE)).stream()
        .filter(line -> !line.startsWith("setting|"))
        .toList();
  }

  /** Which names and faces of the person are in a file of the archive. */
  static List<String> traces(Path given, Path state) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(state);
        Stream<Path> traces = Files.list(given)) {
      List<String> contents = new ArrayList<>();
      for (Path file : files.toList()) {
        contents.add(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
      for (Path trace : traces.toList()) {
        String text = Files.readString(trace, StandardCharsets.ISO_8859_1);
        if (contents.stream().anyMatch(content -> content.contains(text))) {
          found.add(trace.getFileName().toString());
        }
      }
    }
    return found;
  }
}
