package io.github.facesj.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.batch.AnonymiseRun;
import io.github.facesj.batch.Anonymiser;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.model.OpenModel;
import io.github.facesj.picture.Cover;
import io.github.facesj.picture.FaceCover;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import io.github.facesj.table.CsvTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Anonymise Folder, over copies that were made in another way: what the table says of a copy is
 * true at any moment.
 */
class AnonymiseWork implements Work {

  private static final FaceCover EARLIER = new FaceCover(Cover.PIXELATE, 0.1);
  private static final FaceCover NOW = new FaceCover(Cover.BOX, 0.6);

  @Override
  public void prepare(Path given, Path state) throws Exception {
    Photos.copy(given.resolve("photos"));
    try (OpenModel detector = Photos.detector()) {
      cover(detector, EARLIER, given, state);
    }
  }

  @Override
  public void run(Path given, Path state) throws Exception {
    try (OpenModel detector = Photos.detector()) {
      KilledWork.begin();
      cover(detector, NOW, given, state);
    }
  }

  private static void cover(OpenModel detector, FaceCover how, Path given, Path state)
      throws FacesException {
    new AnonymiseRun(
            () -> Anonymiser.ofAll(FaceAnalyzer.detecting(detector, SearchOptions.defaults()), how),
            2)
        .run(given.resolve("photos"), state.resolve("copies"), Progress.SILENT);
  }

  @Override
  public void check(Path given, Path state, Path before, Path after) throws Exception {
    Path copies = state.resolve("copies");
    Path table = copies.resolve(AnonymiseRun.TABLE);
    if (!Files.exists(table)) {
      assertThat(Trees.of(state).keySet()).allMatch(file -> file.endsWith(".part"));
      return; // killed before it had written anything
    }
    CsvTable rows = CsvTable.read("The table of copies", table).unguarded();
    int copy = rows.headings().indexOf("copy");
    int parameters = rows.headings().indexOf("parameters");
    for (List<String> row : rows.rows()) {
      if (!row.get(copy).isEmpty() && Files.exists(copies.resolve(row.get(copy)))) {
        Path was = row.get(parameters).contains("how=box") ? after : before;
        assertThat(copies.resolve(row.get(copy)))
            .hasSameBinaryContentAs(was.resolve("copies").resolve(row.get(copy)));
      }
    }
    byte[] kept = Files.readAllBytes(table);
    Files.delete(table); // compared above; its rows may be of both ways
    Trees.assertNothingHalf(state, before, after);
    Files.createDirectories(copies);
    Files.write(table, kept);
  }

  @Override
  public void checkEnd(Path given, Path state, Path after) throws Exception {
    assertThat(Trees.of(state)).isEqualTo(Trees.of(after));
  }
}
