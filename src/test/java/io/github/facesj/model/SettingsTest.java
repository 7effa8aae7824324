package io.github.facesj.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.run.FacesException;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static Settings settings(String yaml) throws FacesException {
    return Yaml.read("card.yaml", yaml);
  }

  @Test
  void readsWhatIsThereAndDefaultsWhatIsNot() throws Exception {
    Settings s = settings("a: text\nb: 1.5\nc: [1, 2.5]\nd: true\ne: [x, y]\nf: {g: 3}\nh: 7");
    assertThat(s.text("a")).isEqualTo("text");
    assertThat(s.number("b")).isEqualTo(1.5);
    assertThat(s.numbers("c")).containsExactly(1, 2.5);
    assertThat(s.numbers("h")).containsExactly(7);
    assertThat(s.flag("d", false)).isTrue();
    assertThat(s.texts("e")).containsExactly("x", "y");
    assertThat(s.texts("a")).containsExactly("text");
    assertThat(s.section("f").whole("g")).isEqualTo(3);
    assertThat(s.whole("h")).isEqualTo(7);
    assertThat(s.text("none", "default")).isEqualTo("default");
    assertThat(s.number("none", 2)).isEqualTo(2);
    s.refuseUnread();
  }

  @Test
  void wrongKindsNameFileKeyAndKind() throws Exception {
    Settings s = settings("f: {g: 3}\nh: 1.5\ni: [1, x]");
    assertThatThrownBy(() -> s.section("f").text("g"))
        .isInstanceOf(FacesException.class)
        .hasMessage("The key f.g of the card card.yaml must be a text, but is 3.");
    assertThatThrownBy(() -> s.section("f").number("z"))
        .hasMessage("The card card.yaml lacks the key f.z, which must be a number.");
    assertThatThrownBy(() -> s.whole("h")).hasMessageContaining("a whole number");
    assertThatThrownBy(() -> s.numbers("i")).hasMessageContaining("a list of numbers");
    assertThatThrownBy(() -> s.choice("f", Task.class)).hasMessageContaining("must be a text");
  }

  @Test
  void unreadKeysAreRefusedAlsoInSections() throws Exception {
    Settings s = settings("a: 1\nf: {g: 3, h: 4}");
    s.number("a");
    assertThatThrownBy(s::refuseUnread).hasMessageContaining(": f.");
    s.section("f").number("g");
    assertThatThrownBy(s::refuseUnread)
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("card.yaml")
        .hasMessageContaining("f.h");
  }
}
