package io.github.facesj.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The scripts on the page about scripting, run on an open image as Fiji's editor runs them. */
class ScriptPagesTest {

  private static final Path PAGE = Path.of("docs", "guides", "scripting.md");
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^```(groovy|jython|pyimagej)\\n(.*?)^```$");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyScriptDoesWhatItSays() throws Exception {
    MatchResult[] blocks =
        BLOCK.matcher(Files.readString(PAGE)).results().toArray(MatchResult[]::new);
    assertThat(blocks).extracting(b -> b.group(1)).contains("groovy", "jython", "pyimagej");
    return Stream.of(blocks)
        .map(b -> DynamicTest.dynamicTest(b.group(1), () -> run(b.group(1), b.group(2))));
  }

  private void run(String language, String code) throws Exception {
    if (language.equals("pyimagej")) {
      PyImageJCalls.requireThem(code);
      return;
    }
    Path script = folder.resolve("script." + (language.equals("groovy") ? "groovy" : "py"));
    Files.writeString(script, code);
    Map<String, Object> outputs = ScriptRun.of(script, "image", Sample.open(Sample.GROUP));
    assertThat(outputs.values()).isNotEmpty().doesNotContainNull();
  }
}
