package io.github.facesj.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkResultTest {

  private final List<Problem> problems = new ArrayList<>();

  @Test
  void whateverGoesWrongWithOneItemIsItsProblem() throws Exception {
    List<Throwable> thrown =
        List.of(
            new FacesException("It is empty."),
            new IllegalStateException("no sentence"),
            new OutOfMemoryError("no sentence"),
            new StackOverflowError());
    for (Throwable one : thrown) {
      assertThat(WorkResult.orProblem("a.jpg", problems::add, () -> fail(one))).isEmpty();
    }
    assertThat(problems).hasSize(4).allMatch(p -> p.toString().startsWith("a.jpg: "));
    assertThat(problems.get(0)).isEqualTo(new Problem("a.jpg", "It is empty."));
    assertThat(problems.toString()).doesNotContain("no sentence");
    assertThat(WorkResult.orProblem("b.jpg", problems::add, () -> 1)).contains(1);
  }

  @Test
  void whatEveryItemWouldMeetEndsTheRun() {
    assertThatThrownBy(
            () ->
                WorkResult.orProblem(
                    "a.jpg", problems::add, () -> fail(FacesException.endingTheRun("Over."))))
        .isInstanceOf(FacesException.class)
        .hasMessage("Over.");
    assertThat(problems).isEmpty();
  }

  private static int fail(Throwable thrown) throws FacesException {
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof RuntimeException mistake) {
      throw mistake;
    }
    throw (FacesException) thrown;
  }
}
