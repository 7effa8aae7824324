package io.github.facesj.fiji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import io.github.facesj.Sample;
import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.detect.Join;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.detect.Square;
import io.github.facesj.face.Face;
import io.github.facesj.fiji.image.PlanePosition;
import io.github.facesj.model.ModelStore;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.RehearsedModel;
import io.github.facesj.model.Task;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.Progress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectionPreviewTest {

  @TempDir Path dir;

  private OpenModel model;
  private ImagePlus image;

  @BeforeEach
  void open() throws Exception {
    ModelStore store = ModelStore.at(dir);
    model = store.open(store.catalogue().get("facesj-detector", Task.DETECTION), 1);
    image = Sample.open(Sample.GROUP);
  }

  private static SearchOptions score(double score) {
    return SearchOptions.builder().score(score).build();
  }

  private void show(DetectionPreview preview, SearchOptions options) throws Exception {
    preview.show(FaceAnalyzer.detecting(model, options));
  }

  private List<Double> boxes() {
    return Arrays.stream(image.getOverlay().toArray())
        .filter(roi -> roi.getName().matches("face-\\d+ [01]\\.\\d\\d"))
        .map(Roi::getXBase)
        .toList();
  }

  private List<Face> found(double score) throws Exception {
    return FaceAnalyzer.detecting(model, score(score))
        .analyze(PhotoReader.read(Sample.path(Sample.GROUP)), Progress.SILENT);
  }

  private static List<Double> boxes(List<Face> faces) {
    return faces.stream().map(Face::box).map(box -> box.x()).toList();
  }

  @Test
  void movingASliderGivesTheSameFacesWithoutTheNetwork() throws Exception {
    List<Face> many = found(0.3);
    double high = many.stream().mapToDouble(Face::score).sorted().skip(2).findFirst().orElseThrow();
    List<Face> few = found(high);
    assertThat(few).isNotEmpty().hasSizeLessThan(many.size());
    DetectionPreview preview = new DetectionPreview(image);
    show(preview, score(0.5));
    model.close(); // whoever asks the network from here on fails
    show(preview, score(high));
    assertThat(boxes()).isEqualTo(boxes(few));
    show(preview, score(0.3));
    assertThat(boxes()).isEqualTo(boxes(many));
    assertThatThrownBy(() -> show(preview, SearchOptions.builder().flip(true).build()))
        .as("another view needs the network")
        .isInstanceOf(Exception.class);
  }

  @Test
  void showsWhatTheRunWouldFindWhateverTheOptions() throws Exception {
    RehearsedModel quick = new RehearsedModel(model);
    Random random = new Random(20261201);
    DetectionPreview preview = new DetectionPreview(image);
    for (int i = 0; i < 60; i++) {
      SearchOptions options =
          SearchOptions.builder()
              .score(0.05 + 0.9 * random.nextDouble())
              .overlap(random.nextDouble())
              .smallest(random.nextInt(3) * 40)
              .turns(random.nextInt(4) == 0)
              .flip(random.nextInt(4) == 0)
              .join(Join.values()[random.nextInt(Join.values().length)])
              .square(Square.values()[random.nextInt(Square.values().length)])
              .build();
      FaceAnalyzer analyzer = FaceAnalyzer.detecting(quick.open(), options);
      preview.show(analyzer);
      List<Face> result =
          new ImageDetection(image, analyzer)
              .detect(List.of(PlanePosition.current(image)), Progress.SILENT)
              .get(0)
              .faces();
      assertThat(boxes()).as(analyzer.provenance().toString()).isEqualTo(boxes(result));
    }
    model.close();
  }

  @Test
  void putsBackTheOverlayThatWasThere() throws Exception {
    Overlay mine = new Overlay(new Roi(1, 2, 3, 4));
    image.setOverlay(mine);
    DetectionPreview preview = new DetectionPreview(image);
    show(preview, score(0.5));
    assertThat(image.getOverlay().size()).isGreaterThan(1);
    preview.restore();
    assertThat(image.getOverlay().size()).isEqualTo(1);
    assertThat(image.getOverlay().get(0).getBounds()).isEqualTo(mine.get(0).getBounds());
    model.close();
  }
}
