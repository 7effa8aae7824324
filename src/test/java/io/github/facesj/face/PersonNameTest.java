package io.github.facesj.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that look the same are the same name, and no name is lost. */
class PersonNameTest {

  private static final String BLANKS = " \t\n\r\u00a0\u2003\u2009\u202f\u205f\u3000\u2028\u0085";
  private static final String UNSEEN =
      "\u0000\u0007\u001b\u007f\u0090\u00ad\u200b\u200e\u200f\u061c\u202a\u202e\u2066\u2069\ufeff";

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("aZ1;,|'\"&<>éÅßπж한日ש\u0301\u0327\u05d0\u06cc\u200c\u200d")
        .withChars(BLANKS)
        .withChars(UNSEEN)
        .withChars('\ud83d', '\udc69')
        .ofMaxLength(12);
  }

  @Property(tries = 2000)
  void isItself(@ForAll("texts") String text) {
    String name = PersonName.of(text);
    assertThat(PersonName.of(name)).isEqualTo(name);
    assertThat(name)
        .isEqualTo(Normalizer.normalize(name, Normalizer.Form.NFC))
        .isEqualTo(name.strip());
    assertThat(name.chars())
        .noneMatch(c -> UNSEEN.indexOf(c) >= 0 || c != ' ' && BLANKS.indexOf(c) >= 0);
    assertThat(name).doesNotContain("  ");
    assertThat(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(name);
    assertThat(PersonName.caseless(PersonName.caseless(name))).isEqualTo(PersonName.caseless(name));
  }

  @Property(tries = 2000)
  void blanksAndFormsDoNotMatter(
      @ForAll("texts") String first, @ForAll("texts") String last, @ForAll int seed) {
    String name = PersonName.of(first + " " + last);
    String blank = String.valueOf(BLANKS.charAt(Math.floorMod(seed, BLANKS.length())));
    String form = Normalizer.normalize(name, Normalizer.Form.NFD);
    assertThat(PersonName.of(blank + form.replace(" ", blank + " " + blank) + blank))
        .isEqualTo(name);
  }

  @Property(tries = 2000)
  void listsAreReadAsWritten(@ForAll List<@net.jqwik.api.From("texts") String> texts) {
    List<String> names = texts.stream().map(PersonName::of).filter(n -> !n.isEmpty()).toList();
    assertThat(PersonNames.list(PersonNames.text(names))).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "Jose\u0301 > José",
        "'  Jane\u00a0\u2003Roe ' > Jane Roe",
        "'\u202eJane Roe\u202c' > Jane Roe",
        "People|Family|Jane > People|Family|Jane",
        "'Doe, Jane; MD' > Doe, Jane; MD",
        "'\u05e9\u05b8\u05dc\u05d5\u05b9\u05dd \u05db\u05d4\u05df\u200f' >"
            + " '\u05e9\u05b8\u05dc\u05d5\u05b9\u05dd \u05db\u05d4\u05df'",
        "'\u0639\u0644\u06cc\u200c\u0631\u0636\u0627' >"
            + " '\u0639\u0644\u06cc\u200c\u0631\u0636\u0627'"
      })
  void isWhatASeesOfIt(String text, String name) {
    assertThat(PersonName.of(text)).isEqualTo(Normalizer.normalize(name, Normalizer.Form.NFC));
    assertThat(PersonName.given(text)).isEqualTo(PersonName.of(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\u200b\u202e", "unknown", " UNKNOWN ", "Un\u00adknown"})
  void nobodyIsCalledSo(String text) {
    assertThatThrownBy(() -> PersonName.given(text)).isInstanceOf(IllegalArgumentException.class);
    assertThat(PersonName.known(text)).isEmpty();
  }

  @Test
  void namesInListsMayHoldSemicolons() {
    assertThat(PersonNames.list(" Ada;\"Doe; Jane\" ; \"Bo \"\"the\"\" B\";; Chidi "))
        .containsExactly("Ada", "Doe; Jane", "Bo \"the\" B", "Chidi");
    assertThat(PersonNames.list("Bo \"the\" B; Ada")).containsExactly("Bo \"the\" B", "Ada");
    assertThat(PersonNames.list("\"open; Ada")).containsExactly("\"open", "Ada");
    assertThat(PersonNames.list("")).isEmpty();
  }

  @Test
  void whatDiffersInCapitalsOnlyIsTold() {
    assertThat(PersonNames.remarks(List.of("Jane Roe", "Bo", "jane roe", "JANE ROE", "Bo")))
        .containsExactly(
            "The names \"JANE ROE\" and \"Jane Roe\" and \"jane roe\" differ in capitals only, and"
                + " count as different people. If they are one person, give all of them the same"
                + " name.");
    assertThat(PersonNames.remarks(List.of("José", "Jose\u0301", "Jose"))).isEmpty();
  }
}
