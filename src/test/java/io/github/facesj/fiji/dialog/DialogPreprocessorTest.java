package io.github.facesj.fiji.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.fiji.command.faces.DetectInFolder;
import io.github.facesj.fiji.command.people.BuildGallery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Plugin;

/** Which calls are a person's, and what the others get. */
class DialogPreprocessorTest {

  private static Module module(Class<? extends Command> type) throws Exception {
    return new CommandModule(new CommandInfo(type, type.getAnnotation(Plugin.class)));
  }

  private static Map<String, Object> inputs(Module module) {
    Map<String, Object> inputs = new HashMap<>(module.getInputs());
    inputs.remove("faces");
    return inputs;
  }

  @Test
  void withoutAScreenNobodyIsAskedAndAllHaveTheirDefaults() throws Exception {
    Module module = module(DetectInFolder.class);
    new DialogPreprocessor().process(module);
    assertThat(inputs(module)).isEqualTo(inputs(module(DetectInFolder.class)));
    assertThat(Inputs.open(module)).isEmpty();
  }

  @Test
  void aScriptThatGivesAnythingIsAskedForNothing() throws Exception {
    Module module = module(BuildGallery.class);
    module.setInput("gallery", "people.csv");
    module.resolveInput("gallery");
    new ScriptPreprocessor().process(module);
    assertThat(Inputs.open(module)).isEmpty();
    assertThat(module.getInput("gallery")).isEqualTo("people.csv");
    assertThat(module.getInput("action")).isEqualTo("build");
  }

  @Test
  void aCallThatGivesNothingMayBeAPersons() throws Exception {
    Module module = module(BuildGallery.class);
    new ScriptPreprocessor().process(module);
    assertThat(Inputs.open(module)).isNotEmpty();
  }

  @Test
  void aComplaintIsShownAtItsQuestion() throws Exception {
    List<ModuleItem<?>> items = DialogPlan.of(module(DetectInFolder.class)).items();
    Map<String, Object> answers =
        Map.of("input", "/nowhere", "output", "/tables/all.csv", "drawings", "");
    assertThat(wrong("The photo folder /nowhere is not a folder.", items, answers))
        .isEqualTo("input");
    assertThat(wrong("/tables/all.csv is a photo and is not written over.", items, answers))
        .isEqualTo("output");
    assertThat(wrong("The score threshold must be between 0 and 1, but was 7.", items, answers))
        .isEqualTo("score");
    assertThat(wrong("The moon is full.", items, answers)).isEqualTo("none");
  }

  private static String wrong(
      String sentence, List<ModuleItem<?>> items, Map<String, Object> answers) {
    return WrongAnswer.of(sentence, items, answers).map(ModuleItem::getName).orElse("none");
  }
}
