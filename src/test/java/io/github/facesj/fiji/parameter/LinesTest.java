package io.github.facesj.fiji.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Sentences as message dialogs show them. */
class LinesTest {

  @Test
  void whatIsShortStaysAndLongPathsAreBrokenAtTheirParts() {
    assertThat(Lines.wrap("Open one first.")).isEqualTo("Open one first.");
    assertThat(Lines.wrap("One.\n\nTwo.")).isEqualTo("One.\n\nTwo.");
    String path = "/" + "folder/".repeat(30) + "photo.jpg";
    assertThat(Lines.wrap("The photo " + path + " is damaged.").lines())
        .first()
        .isEqualTo("The photo");
    assertThat(Lines.wrap(path).lines().toList().get(0)).endsWith("/");
  }

  @Property(tries = 200)
  void noLineIsLongAndNothingIsLost(
      @ForAll @StringLength(max = 600) @CharRange(from = 'a', to = 'f') String letters) {
    String text = letters.replace('a', ' ').replace('b', '/');
    String wrapped = Lines.wrap(text);
    assertThat(wrapped.lines()).allMatch(line -> line.length() <= Lines.LENGTH);
    assertThat(wrapped.replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
  }
}
