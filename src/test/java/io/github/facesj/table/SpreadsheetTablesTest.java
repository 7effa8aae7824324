package io.github.facesj.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.evaluation.Pair;
import io.github.facesj.evaluation.PairFiles;
import io.github.facesj.evaluation.TruthTable;
import io.github.facesj.exchange.PeopleCsv;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.exchange.ReadFaces;
import io.github.facesj.exchange.dataset.OpenFaceCsv;
import io.github.facesj.face.Box;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that a spreadsheet or a person saved again are the same tables. */
class SpreadsheetTablesTest {

  @TempDir Path dir;

  /**
   * What a spreadsheet does to a table.
   *
   * @param end of a line
   * @param heads 0 as they are, 1 upper case, 2 as in a sentence with blanks, 3 upper case of a
   *     Turkish system
   * @param behind rows of bare separators at the end, and empty rows between
   * @param padding empty columns behind the last
   */
  record Saving(
      char separator,
      boolean comma,
      boolean named,
      Charset encoding,
      boolean mark,
      String end,
      int heads,
      boolean quoted,
      int behind,
      int padding) {

    Path save(Path table, Path target) throws Exception {
      StringBuilder text = new StringBuilder(mark ? "\ufeff" : "");
      if (named) {
        text.append("sep=").append(separator).append(end);
      }
      String bare = String.valueOf(separator).repeat(5) + end;
      CsvRecords records = new CsvRecords(Files.newBufferedReader(table));
      for (String line = records.next(); line != null; line = records.next()) {
        List<String> cells = new ArrayList<>(CsvDialect.of(',').cells(line));
        for (int i = 0; i < cells.size(); i++) {
          cells.set(
              i, saved(cells.get(i), records.number() == 1, FaceSchema.DETECTED.columns().get(i)));
        }
        text.append(String.join(String.valueOf(separator), cells));
        text.append(String.valueOf(separator).repeat(padding)).append(end);
        text.append(behind > 1 ? end : "");
      }
      text.append(bare.repeat(behind));
      return Files.write(target, text.toString().getBytes(encoding));
    }

    private String saved(String cell, boolean heading, Column<?> column) {
      String text = heading ? headed(cell) : cell;
      if (comma && !heading && !column.isText()) {
        text = text.replace('.', ',');
      }
      boolean special = text.chars().anyMatch(c -> c < ' ' || c == '"' || c == separator);
      return quoted || special ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private String headed(String cell) {
      return switch (heads) {
        case 1 -> cell.toUpperCase(Locale.ROOT);
        case 2 -> " " + cell.substring(0, 1).toUpperCase(Locale.ROOT) + cell.substring(1) + " ";
        case 3 -> cell.toUpperCase(new Locale("tr", "TR"));
        default -> cell;
      };
    }
  }

  @Provide
  Arbitrary<List<FaceRow>> rows() {
    return FaceCsvTest.rows();
  }

  @Provide
  Arbitrary<Saving> savings() {
    return Combinators.combine(
            Arbitraries.of(',', ';', '\t'),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.of(
                StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE),
            Arbitraries.of("\n", "\r\n", "\r"),
            Arbitraries.integers().between(0, 3),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 3))
        .as(
            (separator, comma, named, encoding, end, heads, quoted, behind) ->
                new Saving(
                    separator,
                    comma && separator != ',',
                    named,
                    encoding,
                    comma || quoted,
                    end,
                    heads,
                    quoted,
                    behind,
                    behind % 3));
  }

  @Property(tries = 200, seed = "20261201")
  void aTableSavedAgainHasTheSameRows(
      @ForAll("rows") List<FaceRow> rows, @ForAll("savings") Saving saving) throws Exception {
    Assume.that(!rows.isEmpty());
    Path folder = Files.createTempDirectory("facesj");
    Path table = folder.resolve("a.csv");
    Path again = folder.resolve("again.csv");
    try {
      FaceSchema.table(rows).write(table);
      saving.save(table, again);
      Files.move(again, table, StandardCopyOption.REPLACE_EXISTING);
      assertThat(FaceCsvReader.read(table)).isEqualTo(rows);
      assertThat(new PeopleCsv().read(table).photos()).isEqualTo(PhotoFaces.of(rows));
    } finally {
      Files.deleteIfExists(table);
      Files.deleteIfExists(again);
      Files.deleteIfExists(TableDescription.beside(table));
      Files.delete(folder);
    }
  }

  private Path file(String text) throws Exception {
    return Files.writeString(dir.resolve("saved.csv"), text);
  }

  @Test
  void rowsKeepTheirNumbersInTheFile() throws Exception {
    ReadFaces read =
        new PeopleCsv()
            .read(
                file(
                    "sep=;\n\nPHOTO;X;Y;Width;\"HEIGHT\"\na.jpg;1,5;2;3;4\n;;;;\n\n"
                        + "b.jpg;1\nc.jpg;1;2;3;4;5\nd.jpg;1;2;-3;4\n;;;;\n;;;;\n"));
    assertThat(read.photos()).extracting(PhotoFaces::photo).containsExactly("a.jpg");
    assertThat(read.photos().get(0).faces().get(0).face().box()).isEqualTo(new Box(1.5, 2, 3, 4));
    assertThat(read.problems())
        .extracting(Problem::sentence)
        .satisfiesExactly(
            s -> assertThat(s).isEqualTo("Row 7 cannot be used: it has 2 of 5 cells."),
            s -> assertThat(s).isEqualTo("Row 8 cannot be used: it has 6 of 5 cells."),
            s -> assertThat(s).startsWith("Row 9 cannot be used: ").contains("negative size"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.234,5              | which of the marks in \"1.234,5\" is the decimal one",
        "1,234,567            | which of the marks",
        "1.234.567            | which of the marks",
      })
  void whatMayBeThousandsIsRefused(String number, String sentence) throws Exception {
    Path file = file("photo;x;y;width;height\na.jpg;1,5;2;3;4\nb.jpg;" + number + ";2;3;4\n");
    ReadFaces read = new PeopleCsv().read(file);
    assertThat(read.photos()).hasSize(1);
    assertThat(read.problems()).singleElement().asString().contains("Row 3").contains(sentence);
  }

  @Test
  void aPointAmongCommasMayPartThousands() throws Exception {
    ReadFaces read =
        new PeopleCsv()
            .read(
                file(
                    "photo;x;y;width;height\na.jpg;0,5;1,25;3;4\nb.jpg;1.234;2;3;4\n"
                        + "c.jpg;1,234;2;3;4\nd.jpg;0.75;2;3;4\n"));
    assertThat(read.problems()).singleElement().asString().contains("Row 3").contains("1.234");
    assertThat(read.photos())
        .extracting(p -> p.faces().get(0).face().box().x())
        .containsExactly(0.5, 1.234, 0.75);
  }

  @Test
  void aCommaInANumberAmongCommasIsExplained() throws Exception {
    assertThatThrownBy(
            () -> new PeopleCsv().read(file("photo,x,y,width,height\na.jpg,\"1,5\",2,3,4\n")))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("comma for the decimal mark")
        .hasMessageContaining("semicolons");
    assertThatThrownBy(
            () -> new PeopleCsv().read(file("photo;slice;x;y;width;height\na;1,5;1;2;3;4\n")))
        .hasMessageContaining("\"slice\" should have a whole number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"photo;x;width\na;1;2\n", "PHOTO\tX\tWIDTH\na\t1\t2\n"})
  void missingColumnsAreNamed(String text) throws Exception {
    assertThatThrownBy(() -> new PeopleCsv().read(file(text)))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("no columns \"y\", \"height\"")
        .hasMessageContaining("of another kind");
  }

  /** The block of sixteen rows whose last column is empty has no separators there. */
  @Test
  void separatorsThatExcelLeftOutAreNoCut() throws Exception {
    String head = "photo,x,y,width,height,problem\n";
    ReadFaces read = new PeopleCsv().read(file(head + "a.jpg,1,2,3,4\nb.jpg,1,2,3,4,\n"));
    assertThat(read.photos()).hasSize(2);
    assertThat(read.problems()).isEmpty();
    // Without an end of line nobody knows whether the last number is whole.
    ReadFaces cut = new PeopleCsv().read(file(head + "a.jpg,1,2,3,4,\nb.jpg,1,2,3,4"));
    assertThat(cut.problems()).singleElement().asString().contains("Row 3").contains("5 of 6");
  }

  @Test
  void namesLikeFormulasComeBackFromEveryTable() throws Exception {
    Path file = file("photo,x,y,width,height,person\na.jpg,1,2,3,4,'=Ada\n'b'.jpg,1,2,3,4,1\n");
    ReadFaces read = new PeopleCsv().read(file);
    assertThat(read.photos()).extracting(PhotoFaces::photo).containsExactly("a.jpg", "'b'.jpg");
    assertThat(read.photos()).extracting(p -> p.faces().get(0).name()).containsExactly("=Ada", "1");
  }

  @Test
  void groundTruthAndPairsAreReadAsWell() throws Exception {
    TruthTable truth =
        TruthTable.read(
            Files.write(
                dir.resolve("truth.txt"),
                "\ufeffIMAGE\tX\tY\tWIDTH\tHEIGHT\r\na.jpg\t1,5\t2\t3\t4,25\r\n\t\t\t\t\r\n"
                    .getBytes(StandardCharsets.UTF_16LE)));
    assertThat(truth.boxes().get("a.jpg")).containsExactly(new Box(1.5, 2, 3, 4.25));
    String points = IntStream.range(0, 10).mapToObj(i -> ";" + i + ",5").reduce("", String::concat);
    String heads = IntStream.range(0, 10).mapToObj(i -> ";c" + i).reduce("", String::concat);
    TruthTable five =
        TruthTable.read(file("image" + heads + ";;\na.jpg" + points + ";;\n;;;;;;;;;;;;\n"));
    assertThat(five.landmarks().get("a.jpg").get(0).x(4)).isEqualTo(8.5);
    for (String text :
        Arrays.asList(
            "sep=;\r\nA;B;SAME\r\nada/1.jpg;ada/2.jpg;TRUE\r\n;;\r\n",
            "a\tb\tsame\nada/1.jpg\tada/2.jpg\t1\n",
            "ada/1.jpg;ada/2.jpg;1\n",
            "a,b,same,fold\nada/1.jpg,ada/2.jpg,1,0\n,,,\n")) {
      assertThat(PairFiles.read(file(text), dir).pairs())
          .as(text)
          .containsExactly(new Pair("ada/1.jpg", "ada/2.jpg", true, 0));
    }
  }

  @Test
  void tablesOfOpenFaceAreReadAsWell() throws Exception {
    String heads = IntStream.range(0, 68).mapToObj(i -> ";X_" + i).reduce("", String::concat);
    String ones = ";10,5".repeat(136);
    Path file = file("Frame;Success" + heads + heads.replace('X', 'Y') + "\n1;1" + ones + "\n");
    assertThat(new OpenFaceCsv().read(file).photos().get(0).faces()).hasSize(1);
  }

  @Test
  void anOtherEncodingIsASentence() throws Exception {
    Path file =
        Files.write(
            dir.resolve("latin.csv"),
            "photo,x,y,width,height\nZoë.jpg,1,2,3,4\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> new PeopleCsv().read(file))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("latin.csv")
        .hasMessageContaining("UTF-8");
  }
}
