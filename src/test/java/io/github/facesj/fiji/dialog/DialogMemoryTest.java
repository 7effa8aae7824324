package io.github.facesj.fiji.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.MemoryPreferences;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What dialogs remember; nothing of it touches the user's preferences here. */
class DialogMemoryTest {

  private final DialogMemory memory = new DialogMemory(new MemoryPreferences.Factory().userRoot());

  @Test
  void eachCommandHasItsOwnAnswers() {
    Map<String, String> answers =
        Map.of("input", "C:\\photos \u00e9\u4e2d\ud83d\ude00\n", "score", "0.5", "csv", "");
    memory.remember("DetectInFolder", answers);
    memory.remember("IndexFolder", Map.of("input", "/other"));
    assertThat(memory.answers("DetectInFolder")).isEqualTo(answers);
    assertThat(memory.answers("IndexFolder")).isEqualTo(Map.of("input", "/other"));
    assertThat(memory.answers("OpenPhoto")).isEmpty();
  }

  @Test
  void whatIsTooLongIsLeftOut() {
    memory.remember("OpenPhoto", Map.of("path", "x".repeat(10_000), "page", "2"));
    assertThat(memory.answers("OpenPhoto")).isEqualTo(Map.of("page", "2"));
  }

  @Test
  void theLastPathsAreOfferedOnce() {
    for (int i = 0; i < 10; i++) {
      memory.use("input", "/photos/" + i);
    }
    memory.use("input", "/photos/5");
    memory.use("input", "");
    assertThat(memory.recent("input"))
        .hasSize(DialogMemory.RECENT)
        .startsWith("/photos/5", "/photos/9", "/photos/8")
        .doesNotHaveDuplicates();
    assertThat(memory.recent("output")).isEmpty();
  }
}
