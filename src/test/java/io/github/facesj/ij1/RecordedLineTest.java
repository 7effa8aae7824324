package io.github.facesj.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.WindowManager;
import ij.process.ByteProcessor;
import io.github.facesj.fiji.dialog.RecordedLine;
import io.github.facesj.fiji.dialog.Values;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/** What the recorder writes of a dialog gives the same command the same inputs again. */
class RecordedLineTest {

  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "two words",
          "/photos of [2026]/x.csv",
          "a=b c",
          "C:\\a b\\c.csv",
          "\u00e9\u4e2d");

  @BeforeEach
  void openAnImage() {
    WindowManager.setTempCurrentImage(new ImagePlus("a face", new ByteProcessor(8, 8)));
  }

  @AfterEach
  void closeIt() {
    WindowManager.setTempCurrentImage(null);
  }

  @Test
  void everyCommandIsReplayedFromItsLine() throws Exception {
    Random random = new Random(7);
    try (Context context = new Context(CommandService.class)) {
      for (CommandInfo info : context.service(CommandService.class).getCommands()) {
        if (info.getDelegateClassName().startsWith("io.github.facesj.fiji.command")) {
          for (int i = 0; i < 10; i++) {
            check(info, random, i);
          }
        }
      }
    }
  }

  /**
   * @param share of ten inputs that are answered otherwise than by their defaults
   */
  private static void check(CommandInfo info, Random random, int share) throws Exception {
    RecordedLine line = new RecordedLine(info.createModule());
    Module answered = info.createModule();
    for (String name : line.names()) {
      ModuleItem<?> item = info.getInput(name);
      if (random.nextInt(10) < share && !ImagePlus.class.isAssignableFrom(item.getType())) {
        answered.setInput(name, other(item, answered.getInput(name), random));
      }
    }
    String options = line.options(answered);
    if (share == 0) {
      assertThat(options).as(info.getDelegateClassName()).isEmpty();
    }
    Module replayed = info.createModule();
    new BridgeInputs("title", asAMacroReads(options)).process(replayed);
    for (String name : line.names()) {
      if (!name.equals("preview")) {
        assertThat(replayed.getInput(name))
            .as(info.getDelegateClassName() + " " + name + " by " + options)
            .isEqualTo(answered.getInput(name));
      }
    }
  }

  /**
   * The line is a macro, in whose texts a backslash and a quotation mark are written with another.
   */
  private static String asAMacroReads(String text) {
    return text.replace("\\\\", "\\").replace("\\\"", "\"");
  }

  private static Object other(ModuleItem<?> item, Object value, Random random) {
    if (Values.isTruth(item.getType())) {
      return !(Boolean) value;
    }
    if (Values.isText(item.getType())) {
      List<?> choices = item.getChoices();
      List<?> from = choices == null || choices.isEmpty() ? TEXTS : choices;
      return from.get(random.nextInt(from.size()));
    }
    return Values.isWhole(item.getType())
        ? (Object) random.nextInt(1000)
        : (Object) (random.nextInt(1000) / 64.0);
  }
}
