package io.github.facesj.fiji.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.swing.JComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.ContextCommand;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Somebody types while the command behind the dialog is busy following. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class LiveModuleTest {

  /** Counts the letters of a path, slowly. */
  @Plugin(type = Command.class)
  public static final class Counting extends ContextCommand {

    @Parameter(callback = "count", persist = false)
    private String path = "";

    @Parameter(persist = false)
    private int letters;

    @SuppressWarnings("unused") // a callback, named above
    private void count() throws InterruptedException {
      Thread.sleep(3);
      letters = path.length();
    }

    @Override
    public void run() {
      // nothing is done
    }
  }

  /** A field without a screen, which keeps all that was shown in it. */
  private static final class Field extends Question {

    private final List<Object> shown = new ArrayList<>();
    private Object value;

    Field(ModuleItem<?> item, Object value) {
      super(item);
      this.value = value;
    }

    @Override
    JComponent component() {
      throw new UnsupportedOperationException();
    }

    @Override
    JComponent input() {
      throw new UnsupportedOperationException();
    }

    @Override
    Object read() {
      return value;
    }

    @Override
    void show(Object now) {
      value = now;
      shown.add(now);
      changed();
    }
  }

  @Test
  void whatIsTypedFastIsNeverScrambled() throws Exception {
    try (Context context = new Context(true)) {
      CommandInfo info =
          new CommandInfo(Counting.class, Counting.class.getAnnotation(Plugin.class));
      CommandModule module = new CommandModule(info);
      Field path = new Field(info.getInput("path"), "");
      Field letters = new Field(info.getInput("letters"), 0);
      LiveModule live = new LiveModule(module, List.of(path, letters));
      Runnable update =
          () -> {
            Map<String, Object> answers = new LinkedHashMap<>();
            answers.put("path", path.read());
            answers.put("letters", letters.read());
            live.update(answers, false);
          };
      path.onChange(update);
      letters.onChange(update);
      StringBuilder typed = new StringBuilder();
      for (int i = 0; i < 300; i++) {
        typed.append((char) ('a' + i % 26));
        EventQueue.invokeAndWait(
            () -> {
              path.value = typed.toString();
              update.run();
            });
        Thread.sleep(i % 5);
        assertThat(path.read()).isEqualTo(typed.toString());
      }
      while (!Integer.valueOf(300).equals(onEvents(letters))) {
        Thread.sleep(5);
      }
      assertThat(path.shown).isEmpty();
      live.close(Map.of("path", path.read(), "letters", letters.read()));
      assertThat(module.getInput("path")).isEqualTo(typed.toString());
    }
  }

  private static Object onEvents(Field field) throws Exception {
    Object[] value = new Object[1];
    EventQueue.invokeAndWait(() -> value[0] = field.read());
    return value[0];
  }
}
