package io.github.facesj.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.fiji.FacesService;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

/**
 * What a page tells Python users to call by PyImageJ, which is not on Maven Central: there is every
 * class, method, command and parameter that the lines name.
 */
final class PyImageJCalls {

  private static final Pattern CALL = Pattern.compile("\\.(\\w+)\\(");
  private static final Pattern SERVICE = Pattern.compile("service\\(\"([\\w.]+)\"\\)");
  private static final Pattern PLUGIN =
      Pattern.compile("run_plugin\\(\"([^\"]+)\", \\{([^}]*)}, ij1_style=False\\)");
  private static final Pattern KEY = Pattern.compile("\"(\\w+)\":");

  /** Methods of PyImageJ's own gateway and of the Java list, which are not FacesJ's to keep. */
  private static final Set<String> OF_OTHERS =
      Set.of("context", "service", "to_imageplus", "run_plugin", "get");

  private PyImageJCalls() {}

  static void requireThem(String code) throws Exception {
    for (MatchResult service : SERVICE.matcher(code).results().toList()) {
      assertThat(Class.forName(service.group(1))).isEqualTo(FacesService.class);
    }
    Set<String> methods =
        Stream.of(FacesService.class, Face.class, Box.class)
            .flatMap(type -> Arrays.stream(type.getMethods()))
            .map(method -> method.getName())
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> called =
        CALL.matcher(code)
            .results()
            .map(m -> m.group(1))
            .filter(m -> !OF_OTHERS.contains(m))
            .toList();
    assertThat(called).isNotEmpty().isSubsetOf(methods);
    for (MatchResult plugin : PLUGIN.matcher(code).results().toList()) {
      List<String> keys = KEY.matcher(plugin.group(2)).results().map(m -> m.group(1)).toList();
      assertThat(inputs(plugin.group(1))).containsAll(keys);
    }
  }

  private static List<String> inputs(String label) {
    try (Context context = new Context(CommandService.class)) {
      CommandInfo command =
          context.service(CommandService.class).getCommands().stream()
              .filter(info -> info.getMenuPath().getLeaf() != null)
              .filter(info -> info.getMenuPath().getLeaf().getName().equals(label))
              .findFirst()
              .orElseThrow(() -> new AssertionError("There is no command " + label));
      return StreamSupport.stream(command.inputs().spliterator(), false)
          .map(item -> item.getName())
          .toList();
    }
  }
}
