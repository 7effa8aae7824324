package io.github.facesj.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.Macro;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.LowerChars;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.Whitespace;
import org.junit.jupiter.api.Test;

class MacroOptionsTest {

  @Test
  void readsImageJsGrammar() {
    assertThat(MacroOptions.parse("  a=1 flip b=[x [y] z] c='d e' e= f=[] ").values())
        .containsExactly(
            Map.entry("a", Optional.of("1")),
            Map.entry("flip", Optional.empty()),
            Map.entry("b", Optional.of("x [y] z")),
            Map.entry("c", Optional.of("d e")),
            Map.entry("e", Optional.of("")),
            Map.entry("f", Optional.of("")));
    assertThat(MacroOptions.parse("").values()).isEmpty();
  }

  @Property
  void readsABracketedValueAsImageJDoes(
      @ForAll @LowerChars @StringLength(min = 1, max = 8) String key,
      @ForAll @AlphaChars @Whitespace @StringLength(max = 20) String value) {
    String options = key + "=[" + value + "] zz9=1";
    String ours = MacroOptions.parse(options).values().get(key).orElseThrow();
    assertThat(ours).isEqualTo(value).isEqualTo(Macro.getValue(options, key, null));
  }
}
