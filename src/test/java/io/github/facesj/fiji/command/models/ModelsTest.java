package io.github.facesj.fiji.command.models;

import static org.assertj.core.api.Assertions.assertThat;

import ij.measure.ResultsTable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

class ModelsTest {

  private static Context context;

  @BeforeAll
  static void start() {
    context = new Context();
  }

  @AfterAll
  static void stop() {
    context.dispose();
  }

  private static CommandModule run(Object... inputs) throws Exception {
    return context.service(CommandService.class).run(Models.class, true, inputs).get();
  }

  @Test
  void listsEveryModelWithItsState() throws Exception {
    ResultsTable table = (ResultsTable) run("action", "list").getOutput("models");
    int own =
        IntStream.range(0, table.size())
            .filter(row -> table.getStringValue("model", row).equals("facesj-detector"))
            .findFirst()
            .orElseThrow();
    assertThat(table.getStringValue("state", own)).isEqualTo("built in");
    assertThat(table.getStringValue("task", own)).isEqualTo("detection");
    assertThat(table.size()).isGreaterThanOrEqualTo(20);
  }

  @Test
  void verifiesABuiltInModel() throws Exception {
    assertThat(run("action", "verify", "model", "facesj-detector").getCancelReason()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "explode  |                 | What to do must be one of list, download, verify, remove,"
            + " add",
        "download | none            | There is no model \"none\"; action=list shows those there"
            + " are.",
        "remove   | facesj-detector | The model facesj-detector is part of FacesJ and cannot be"
            + " removed.",
        "add      |                 | Say which card to add"
      })
  void everyWrongParameterHasItsSentence(String action, String model, String sentence)
      throws Exception {
    CommandModule done = run("action", action, "model", model == null ? "" : model);
    assertThat(done.getCancelReason()).contains(sentence);
  }
}
