package io.github.facesj.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

  @Test
  void countsInWords() {
    assertThat(new Report(38, 61, List.of(), 2412, false).summary())
        .isEqualTo("38 photos, 61 faces, 0 problems (2.4 s)");
    assertThat(new Report(1, 1, List.of(new Problem("a.jpg", "It is empty.")), 49, true).summary())
        .isEqualTo("1 photo, 1 face, 1 problem (0.0 s), stopped before the end");
  }
}
