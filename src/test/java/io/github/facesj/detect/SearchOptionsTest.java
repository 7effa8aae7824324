package io.github.facesj.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SearchOptionsTest {

  @Test
  void defaultsAreOneLook() {
    SearchOptions options = SearchOptions.defaults();
    assertThat(options.score()).isEmpty();
    assertThat(options.overlap()).isEmpty();
    assertThat(options.turns() || options.flip() || options.border()).isFalse();
    assertThat(options.scales()).containsExactly(1.0);
    assertThat(options.tiles()).isZero();
    assertThat(options.join()).isEqualTo(Join.NMS);
    assertThat(options.square()).isEqualTo(Square.NONE);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        of(b -> b.score(7), "The score threshold must be between 0 and 1, but was 7.0."),
        of(b -> b.score(Double.NaN), "The score threshold must be between 0 and 1, but was NaN."),
        of(b -> b.overlap(-0.1), "The overlap must be between 0 and 1, but was -0.1."),
        of(b -> b.smallest(-1), "The smallest face must be 0 pixels or more, but was -1.0."),
        of(
            b -> b.tiles(20),
            "The tiles must be 0 (as the picture needs), -1 (none) or at least 128 pixels, but were"
                + " 20."),
        of(b -> b.scales(List.of()), "There must be at least one scale, but the list is empty."),
        of(
            b -> b.scales(List.of(1.0, 0.0)),
            "The scales must be between 0.05 and 8.0, but one was 0.0."),
        of(b -> b.join(null), "How to join boxes must be NMS or VOTING, but was null."),
        of(
            b -> b.square(null),
            "Square boxes must be NONE, HEIGHT or WIDTH, but the choice was null."));
  }

  private static Arguments of(UnaryOperator<SearchOptions.Builder> wrong, String sentence) {
    return Arguments.of(wrong, sentence);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void wrongOptionsGiveTheirSentence(UnaryOperator<SearchOptions.Builder> wrong, String sentence) {
    SearchOptions.Builder builder = wrong.apply(SearchOptions.builder());
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }
}
