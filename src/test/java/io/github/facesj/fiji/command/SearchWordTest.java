package io.github.facesj.fiji.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.detect.Join;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.fiji.FacesService;
import io.github.facesj.fiji.command.faces.DetectInFolder;
import io.github.facesj.model.Catalogue;
import io.github.facesj.model.ModelCard;
import io.github.facesj.model.ModelStore;
import io.github.facesj.model.Task;
import io.github.facesj.run.FacesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.plugin.Plugin;

/** One word for the search, and the switches that macros have always had. */
class SearchWordTest {

  @TempDir static Path models;
  private static Context context;

  @BeforeAll
  static void startWithAModelsFolderOfItsOwn() {
    String before = System.getProperty(ModelStore.PROPERTY);
    System.setProperty(ModelStore.PROPERTY, models.toString());
    try {
      context = new Context(FacesService.class);
    } finally {
      if (before == null) {
        System.clearProperty(ModelStore.PROPERTY);
      } else {
        System.setProperty(ModelStore.PROPERTY, before);
      }
    }
  }

  @AfterAll
  static void end() {
    context.dispose();
  }

  private static DetectionParameters command(Map<String, Object> given) throws Exception {
    CommandInfo info =
        new CommandInfo(DetectInFolder.class, DetectInFolder.class.getAnnotation(Plugin.class));
    CommandModule module = new CommandModule(info);
    context.inject(module.getDelegateObject());
    given.forEach(module::setInput);
    return (DetectionParameters) module.getDelegateObject();
  }

  /** The search as it is written into tables, which names every option. */
  private static String search(Map<String, Object> given) throws Exception {
    return words(command(given).searchOptions());
  }

  private static String words(SearchOptions options) throws Exception {
    ModelCard card = Catalogue.builtIn().get("facesj-detector", Task.DETECTION);
    return FaceAnalyzer.provenance(card, options).toString();
  }

  @Test
  void withoutTheWordTheSwitchesMeanWhatTheyAlwaysMeant() throws Exception {
    assertThat(search(Map.of())).isEqualTo(words(SearchOptions.defaults()));
    assertThat(
            search(
                Map.of(
                    "score",
                    0.5,
                    "overlap",
                    0.3,
                    "smallest",
                    20.0,
                    "turns",
                    true,
                    "flip",
                    true,
                    "border",
                    true,
                    "scales",
                    "0.5, 1",
                    "tiles",
                    640,
                    "join",
                    "voting")))
        .isEqualTo(
            words(
                SearchOptions.builder()
                    .score(0.5)
                    .overlap(0.3)
                    .smallest(20)
                    .turns(true)
                    .flip(true)
                    .border(true)
                    .scales(List.of(0.5, 1.0))
                    .tiles(640)
                    .join(Join.VOTING)
                    .build()));
  }

  @Test
  void theWordMeansSeveralSwitchesAndADetailWins() throws Exception {
    SearchOptions.Builder small = SearchOptions.builder().scales(List.of(1.0, 2.0));
    assertThat(search(Map.of("search", "small"))).isEqualTo(words(small.build()));
    assertThat(search(Map.of("search", " Small ", "turns", true)))
        .isEqualTo(words(small.turns(true).build()));
    assertThat(search(Map.of("search", "small", "scales", "3")))
        .isEqualTo(words(SearchOptions.builder().scales(List.of(3.0)).build()));
    assertThat(search(Map.of("search", "thorough")))
        .isEqualTo(
            words(
                SearchOptions.builder()
                    .scales(List.of(1.0, 2.0))
                    .turns(true)
                    .border(true)
                    .flip(true)
                    .build()));
  }

  @Test
  void aSearchThatWasKeptIsAWordForAllCommands() throws Exception {
    command(Map.of("search", "small", "turns", true, "score", 0.7, "model", "yunet"))
        .keepSearch(" Crowds ");
    DetectionParameters again = command(Map.of("search", "crowds"));
    assertThat(again.detector()).isEqualTo("yunet");
    SearchOptions.Builder kept =
        SearchOptions.builder().scales(List.of(1.0, 2.0)).turns(true).score(0.7);
    assertThat(words(again.searchOptions())).isEqualTo(words(kept.build()));
    assertThat(search(Map.of("search", "crowds", "score", 0.5)))
        .isEqualTo(words(kept.score(0.5).build()));
    assertThatThrownBy(() -> search(Map.of("search", "everything")))
        .hasMessage(
            "What is searched for must be one of normal, small, turned, closeup, thorough, or a"
                + " search that was kept on this computer (crowds), but was \"everything\".");
    assertThatThrownBy(() -> command(Map.of()).keepSearch("small"))
        .hasMessageContaining("\"small\" is none");
    assertThatThrownBy(() -> command(Map.of()).keepSearch("../x"))
        .hasMessageContaining("\"../x\" is none");
    Files.writeString(models.resolve("searches").resolve("wrong.search"), "tiles=5\n");
    assertThatThrownBy(() -> search(Map.of("search", "wrong")))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("wrong.search")
        .hasMessageContaining("The tiles must be");
  }
}
