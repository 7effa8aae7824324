package io.github.facesj.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Whatever a library says, a person reads words. */
class ReasonTest {

  private static final String WORDS = "[^\\p{C}\\p{Zl}\\p{Zp}\ufffd]{1,200}";

  @Property(tries = 2000, seed = "20261201")
  void ofGarbageIsWords(@ForAll long seed) {
    byte[] bytes = new byte[new Random(seed).nextInt(300)];
    new Random(seed).nextBytes(bytes);
    for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
      String garbage = new String(bytes, charset);
      assertThat(Reason.of(new IOException(garbage))).matches(WORDS);
      assertThat(Reason.quote(garbage)).matches(WORDS).startsWith("\"").endsWith("\"");
    }
  }

  @Property(tries = 1000, seed = "20261201")
  void ofAnyTextIsWords(@ForAll String text) {
    assertThat(Reason.of(new IllegalStateException(text))).matches(WORDS).doesNotEndWith(".");
    assertThat(Reason.quote(text)).matches(WORDS);
  }

  @Test
  void namesOfClassesAreKept() {
    for (String inside :
        Arrays.asList(
            null,
            "",
            "null",
            "Cannot invoke \"com.sun.imageio.plugins.jpeg.ImageTypeProducer.getType()\"",
            "class java.io.EOFException cannot be cast to class java.lang.Number",
            "java.lang.NullPointerException",
            "Non-zero status code at /onnxruntime_src/onnxruntime/core/graph.cc:123",
            "onnxruntime::Model::Model(onnx::ModelProto)",
            "Unsupported: [B@1b2c3d4e",
            "For input string: \"83\ufffd\u0001\"")) {
      assertThat(Reason.of(new IOException(inside)))
          .as(String.valueOf(inside))
          .isEqualTo("what it holds does not fit together");
    }
  }

  @Test
  void wordsAreHandedOn() {
    assertThat(Reason.of(new IOException("No space left on device.")))
        .isEqualTo("No space left on device");
    assertThat(Reason.of(new IOException("No SOF segment\nin stream"))).isEqualTo("No SOF segment");
    assertThat(Reason.of(new EOFException("what"))).isEqualTo("its end is missing");
    assertThat(Reason.of(new NoSuchFileException("/a/b"))).isEqualTo("it is not there");
    assertThat(Reason.of(new AccessDeniedException("/a/b"))).isEqualTo("access is denied");
    assertThat(Reason.of(new NumberFormatException("For input string: \"x\"")))
        .isEqualTo("a number is expected where there is none");
    assertThat(Reason.of(new StackOverflowError())).isEqualTo("it is nested too deeply");
  }
}
