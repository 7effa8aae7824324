package io.github.facesj.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.exchange.dataset.PtsFiles;
import io.github.facesj.exchange.xmp.XmpRegions;
import io.github.facesj.run.FileTally;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import of a folder says what became of each file. */
class FolderImportTest {

  @TempDir Path dir;

  @BeforeEach
  void fill() throws Exception {
    String xmp =
        """
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/"
          xmlns:stArea="http://ns.adobe.com/xmp/sType/Area#">
        <mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:RegionList><rdf:Bag><rdf:li>
        <rdf:Description mwg-rs:Name="Ada" mwg-rs:Type="Face">
        <mwg-rs:Area stArea:x="0.5" stArea:y="0.5" stArea:w="0.1" stArea:h="0.2" stArea:unit="normalized"/>
        </rdf:Description></rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>
        </rdf:Description></rdf:RDF></x:xmpmeta>
        """;
    MarkedPhoto.write(dir.resolve("a.jpg"), 1);
    Files.writeString(dir.resolve("a.jpg.xmp"), xmp);
    MarkedPhoto.write(dir.resolve("b.jpg"), 6);
    Files.writeString(dir.resolve("c.xmp"), xmp); // of a photo that is not there
    Files.writeString(
        dir.resolve("d.pts"), "version: 1\nn_points: 5\n{\n1 1\n2 2\n3 3\n4 4\n5 5\n}\n");
    Files.writeString(dir.resolve("e.pts"), "nothing of the kind");
    Files.writeString(dir.resolve("f.txt"), "text");
    Path trash = Files.createDirectory(dir.resolve("#recycle"));
    MarkedPhoto.write(trash.resolve("gone.jpg"), 1);
    Files.writeString(trash.resolve("gone.jpg.xmp"), xmp);
    Files.writeString(trash.resolve("gone.pts"), "version: 1");
  }

  private void addsUp(ReadFaces read, int used, int problems) throws Exception {
    FileTally tally = read.files().orElseThrow();
    try (Stream<Path> all = Files.walk(dir)) {
      assertThat(tally.files())
          .as(tally.table())
          .isEqualTo(all.filter(Files::isRegularFile).count());
    }
    assertThat(tally.used()).as(tally.table()).isEqualTo(used);
    assertThat(tally.problems()).as(tally.table()).isEqualTo(problems);
    assertThat(tally.table()).contains("Passed over: files in #recycle: 3 (");
    assertThat(read.photos()).noneMatch(p -> p.photo().contains("gone"));
  }

  @Test
  void metadata() throws Exception {
    ReadFaces read = new XmpRegions(Optional.empty(), false).read(dir);
    addsUp(read, 2, 1);
    assertThat(read.files().orElseThrow().table())
        .contains("photos and sidecars without faces: 1 (b.jpg)")
        .contains("files of other kinds: 3 (d.pts, e.pts, f.txt)");
  }

  @Test
  void oneFileForEachPhoto() throws Exception {
    addsUp(new PtsFiles().read(dir), 1, 1);
  }
}
