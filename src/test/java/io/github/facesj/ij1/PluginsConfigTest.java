package io.github.facesj.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.MenuPath;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

/** The bridge's menu has every command of FacesJ, under the names of their annotations. */
class PluginsConfigTest {

  private static final String COMMANDS = "io.github.facesj.fiji.command.";

  @Test
  void listsExactlyTheCommands() throws IOException {
    List<String> expected;
    try (Context context = new Context(CommandService.class)) {
      expected =
          context.service(CommandService.class).getCommands().stream()
              .filter(info -> info.getDelegateClassName().startsWith(COMMANDS))
              .map(PluginsConfigTest::line)
              .toList();
    }
    List<String> written;
    try (InputStream in = Bridge.class.getResourceAsStream("/plugins.config")) {
      written =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .toList();
    }
    assertThat(written)
        .as(
            "src/main/resources/plugins.config should have these lines:%n%s",
            String.join("\n", expected))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static String line(CommandInfo info) {
    MenuPath path = info.getMenuPath();
    String menu =
        path.subList(0, path.size() - 1).stream()
            .map(entry -> entry.getName())
            .collect(Collectors.joining(">"));
    return "%s, \"%s\", %s(\"%s\")"
        .formatted(
            menu, path.getLeaf().getName(), Bridge.class.getName(), info.getDelegateClassName());
  }
}
