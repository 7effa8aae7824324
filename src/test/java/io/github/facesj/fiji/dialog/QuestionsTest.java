package io.github.facesj.fiji.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;

/** What each command says about its questions. */
class QuestionsTest {

  private static Context context;
  private static List<CommandInfo> commands;

  @BeforeAll
  static void findTheCommands() {
    context = new Context(CommandService.class);
    commands =
        context.service(CommandService.class).getCommands().stream()
            .filter(info -> info.getDelegateClassName().startsWith("io.github.facesj.fiji.command"))
            .toList();
    assertThat(commands).hasSizeGreaterThan(30);
  }

  @AfterAll
  static void end() {
    context.dispose();
  }

  @Test
  void eachCommandSaysWhatItAsksAndInASentenceWhatItDoes() throws Exception {
    for (CommandInfo info : commands) {
      Questions questions =
          info.loadDelegateClass().asSubclass(Command.class).getAnnotation(Questions.class);
      String who = info.getDelegateClassName();
      assertThat(questions).as(who).isNotNull();
      assertThat(questions.value()).as(who).hasSizeLessThanOrEqualTo(Questions.MOST);
      assertThat(questions.value()).as(who).doesNotHaveDuplicates();
      for (String name : questions.value()) {
        ModuleItem<?> item = info.getInput(name);
        assertThat(item).as(who + " asks for " + name).isNotNull();
        assertThat(item.getVisibility()).as(who + " " + name).isEqualTo(ItemVisibility.NORMAL);
      }
      assertThat(info.getDescription()).as(who).matches("[A-Z].*[.]");
      assertThat(info.is(Questions.OWN_RECORDING)).as(who).isTrue();
    }
  }

  /** What SciJava keeps from one call to the next would change the next one. */
  @Test
  void noParameterIsKeptBySciJava() {
    for (CommandInfo info : commands) {
      assertThat(
              StreamSupport.stream(info.inputs().spliterator(), false)
                  .filter(ModuleItem::isPersisted)
                  .filter(item -> item.getType() == String.class || item.getType().isPrimitive())
                  .map(ModuleItem::getName))
          .as(info.getDelegateClassName())
          .isEmpty();
    }
  }
}
