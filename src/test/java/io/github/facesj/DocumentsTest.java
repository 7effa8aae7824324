package io.github.facesj;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;

/** What README and docs say of commands and files is so. */
class DocumentsTest {

  private static final Path README = Path.of("README.md");
  private static final Path COMMANDS = Path.of("docs", "COMMANDS.md");
  private static final Path FRESH = Path.of("target", "COMMANDS.md");
  private static final String ROOM = "io.github.facesj.fiji.command.";
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");

  @Test
  void theReferenceOfCommandsIsFresh() throws Exception {
    try (Context context = new Context()) {
      String page =
          commands(context).stream()
              .map(DocumentsTest::section)
              .collect(Collectors.joining("\n", HEAD, ""));
      Files.createDirectories(FRESH.getParent());
      Files.writeString(FRESH, page);
      assertThat(COMMANDS).as("%s is stale: copy %s over it", COMMANDS, FRESH).hasContent(page);
    }
  }

  @Test
  void theReadmeNamesEveryCommand() throws Exception {
    String readme = Files.readString(README);
    try (Context context = new Context(CommandService.class)) {
      for (CommandInfo info : commands(context)) {
        assertThat(readme).contains("| `" + label(info) + "` |");
      }
    }
  }

  @Test
  void everyLinkLeadsSomewhere() throws Exception {
    for (Path page : pages()) {
      Path folder = page.toAbsolutePath().getParent();
      for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
        if (!link.group(1).startsWith("http")) {
          assertThat(folder.resolve(link.group(1))).as(page + " links to").exists();
        }
      }
    }
  }

  private static final String HEAD =
      """
      # The commands and their parameters

      Made from the commands' own declarations; `DocumentsTest` fails when this page is stale. In a macro
      a parameter is written `name=value`, with brackets round a value that has blanks:
      `run("Detect Faces...", "model=yunet score=0.6 csv=[my faces.csv]");`. A value with a bracket that is not
      one of a pair stands between single quotes, `input='x ] y'`; any text at all can be given by a variable
      of the macro: `folder = "x ] 'y'"; run("Detect in Folder...", "input=&folder ...");`. What is left out has its
      default. The image is the active one. The name in `run(...)` is the last part of the menu: *Validation >
      Detection...* is called `run("Detection...", ...)`. The commands are in the order of the menu.

      """;

  private static List<CommandInfo> commands(Context context) {
    return context.service(CommandService.class).getCommands().stream()
        .filter(info -> info.getDelegateClassName().startsWith(ROOM))
        .sorted(Comparator.comparingDouble(info -> info.getMenuPath().getLeaf().getWeight()))
        .toList();
  }

  /** {@code Validation > Landmarks...}: the menu without what all share. */
  private static String label(CommandInfo info) {
    return info.getMenuPath().getMenuString().replaceFirst("^Plugins > FacesJ > ", "");
  }

  private static String section(CommandInfo info) {
    Object defaults;
    try {
      defaults = info.createModule().getDelegateObject();
    } catch (org.scijava.module.ModuleException e) {
      throw new IllegalStateException(e);
    }
    return String.format(
        Locale.ROOT,
        "## %s\n\n"
            + "%s In a macro: `run(\"%s\", ...)`.\n\n"
            + "| parameter | label | default | what it does |\n"
            + "|---|---|---|---|\n"
            + "%s\n",
        label(info),
        info.getDescription(),
        info.getMenuPath().getLeaf().getName(),
        StreamSupport.stream(info.inputs().spliterator(), false)
            .filter(DocumentsTest::isGivenInAMacro)
            .map(item -> row(item, defaults))
            .collect(Collectors.joining("\n")));
  }

  private static String row(ModuleItem<?> item, Object defaults) {
    String choices =
        item.getChoices() == null || item.getChoices().isEmpty()
            ? ""
            : " One of "
                + item.getChoices().stream()
                    .map(c -> "`" + c + "`")
                    .collect(Collectors.joining(", "))
                + ".";
    return String.format(
        Locale.ROOT,
        "| `%s` | %s | %s | %s%s |",
        item.getName(),
        item.getLabel(),
        initial(item, defaults),
        item.getDescription(),
        choices);
  }

  /** The value a field has in a new command. */
  private static String initial(ModuleItem<?> item, Object command) {
    try {
      Class<?> type = command.getClass();
      while (true) {
        try {
          var field = type.getDeclaredField(item.getName());
          field.setAccessible(true);
          String value = String.valueOf(field.get(command));
          return value.isEmpty() || value.equals("null") ? "" : "`" + value + "`";
        } catch (NoSuchFieldException e) {
          type = type.getSuperclass();
        }
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isGivenInAMacro(ModuleItem<?> item) {
    Class<?> type = item.getType();
    return (type == String.class || type.isPrimitive()) && !item.getName().equals("preview");
  }

  private static List<Path> pages() throws Exception {
    try (Stream<Path> docs = Files.walk(COMMANDS.getParent())) {
      return Stream.concat(
              Stream.of(README, Path.of("CONTRIBUTING.md")),
              docs.filter(file -> file.toString().endsWith(".md")))
          .toList();
    }
  }
}
