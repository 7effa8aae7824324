package io.github.facesj.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressRateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0    | 2000   | 10    | 0 of 2,000 photos",
        "5    | 2000   | 1     | 5 of 2,000 photos",
        "412  | 2000   | 67.5  | 412 of 2,000 photos, 6.1 a second, 4 min left",
        "1990 | 2000   | 300   | 1,990 of 2,000 photos, 6.6 a second, 2 s left",
        "2000 | 2000   | 300   | 2,000 of 2,000 photos, 6.7 a second",
        "10   | 100000 | 100   | 10 of 100,000 photos, 6.0 a minute, 278 h left",
        "5000 | 100000 | 5     | 5,000 of 100,000 photos, 1,000 a second, 2 min left",
      })
  void saysHowFarHowFastAndHowLong(long done, long total, double seconds, String text) {
    assertThat(new ProgressRate("photos", total, 5).at(done, 5 + (long) (seconds * 1e9)))
        .isEqualTo(text);
  }
}
