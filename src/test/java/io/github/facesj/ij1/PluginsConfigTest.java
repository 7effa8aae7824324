package io.github.facesj.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.MenuPath;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.menu.MenuService;
import org.scijava.menu.ShadowMenu;

/** The bridge's menu has every command of FacesJ, under the names of their annotations. */
class PluginsConfigTest {

  private static final String COMMANDS = "io.github.facesj.fiji.command.";

  private static List<CommandInfo> commands(Context context) {
    return context.service(CommandService.class).getCommands().stream()
        .filter(info -> info.getDelegateClassName().startsWith(COMMANDS))
        .sorted(Comparator.comparingDouble(info -> info.getMenuPath().getLeaf().getWeight()))
        .toList();
  }

  @Test
  void listsExactlyTheCommandsInTheOrderOfTheirWeights() throws IOException {
    List<String> expected;
    try (Context context = new Context(CommandService.class)) {
      expected = commands(context).stream().map(PluginsConfigTest::line).toList();
    }
    List<String> written = lines().stream().filter(line -> !line.endsWith("\"-\"")).toList();
    assertThat(written)
        .as(
            "src/main/resources/plugins.config should have these lines:%n%s",
            String.join("\n", expected))
        .containsExactlyElementsOf(expected);
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = Bridge.class.getResourceAsStream("/plugins.config")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }

  /**
   * ImageJ puts a new submenu before the first entry with a greater label (its {@code
   * Menus.addItemSorted}), and everything else at the end.
   */
  @Test
  void plainImageJKeepsTheOrderOfTheLines() throws IOException {
    List<String> shown = new ArrayList<>();
    for (String line : lines()) {
      String menu = line.substring("Plugins>FacesJ".length(), line.indexOf(','));
      String entry = menu.isEmpty() ? line.replaceAll(".*?\"(.*?)\".*", "$1") : menu.substring(1);
      if (menu.isEmpty() || !shown.contains(entry)) {
        assertThat(shown).as(entry).allMatch(s -> menu.isEmpty() || s.compareTo(entry) < 0);
        shown.add(entry);
      }
    }
    assertThat(shown).startsWith("Open Photo...", "Detect Faces...").endsWith("-", "Models...");
  }

  /** Fiji sorts by the weight of the last entry; SciJava's own menus level by level. */
  @Test
  void bothKindsOfMenuHaveTheSameOrder() {
    try (Context context = new Context(CommandService.class, MenuService.class)) {
      List<String> expected =
          commands(context).stream().map(CommandInfo::getDelegateClassName).toList();
      List<String> leaves = new ArrayList<>();
      collect(context.service(MenuService.class).getMenu(), leaves);
      assertThat(leaves.stream().filter(expected::contains).toList())
          .containsExactlyElementsOf(expected);
    }
  }

  private static void collect(ShadowMenu menu, List<String> leaves) {
    if (menu.isLeaf() && menu.getModuleInfo() != null) {
      leaves.add(menu.getModuleInfo().getDelegateClassName());
    }
    menu.getChildren().forEach(child -> collect(child, leaves));
  }

  private static String line(CommandInfo info) {
    MenuPath path = info.getMenuPath();
    String menu =
        path.subList(0, path.size() - 1).stream()
            .map(entry -> entry.getName())
            .collect(Collectors.joining(">"));
    return String.format(
        Locale.ROOT,
        "%s, \"%s\", %s(\"%s\")",
        menu,
        path.getLeaf().getName(),
        Bridge.class.getName(),
        info.getDelegateClassName());
  }
}
