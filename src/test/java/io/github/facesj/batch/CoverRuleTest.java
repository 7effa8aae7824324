package io.github.facesj.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.embed.Distance;
import io.github.facesj.embed.ImpostorTail;
import io.github.facesj.gallery.Identification;
import io.github.facesj.gallery.IdentificationRates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In doubt a face is covered, whatever the rule. */
class CoverRuleTest {

  private static final double QUALITY = 0.4;

  private static final CertaintyRule RULE =
      new CertaintyRule(
          new IdentificationRates(
              ImpostorTail.of(
                  new double[] {0.5, 0.05, 0.01, 0.001, 1e-4},
                  new double[] {0.01, 0.18, 0.25, 0.34, 0.42},
                  0.01,
                  QUALITY),
              2,
              0),
          false,
          Optional.empty(),
          Distance.COSINE);

  private static Identification who(double ada, double bo) {
    List<Identification.Candidate> all = new ArrayList<>();
    all.add(new Identification.Candidate("ada", "", 1 - ada));
    all.add(new Identification.Candidate("bo", "", 1 - bo));
    all.sort(Comparator.comparingDouble(Identification.Candidate::distance));
    return new Identification(all, Distance.COSINE, 0.5);
  }

  private static CoverVerdict judge(CoverTarget whom, double ada, double bo, double quality) {
    List<String> people = whom == CoverTarget.UNKNOWN ? List.of() : List.of("ada");
    return CoverRule.of(whom, people).judge(who(ada, bo), quality, RULE);
  }

  @ParameterizedTest
  @CsvSource({
    "ada, ONLY, covered",
    "'  ADA ', ONLY, covered",
    "Ad\u00e1, ONLY, kept",
    "ada, EXCEPT, kept",
    "Ada, EXCEPT, covered"
  })
  void anotherSpellingIsCovered(String name, CoverTarget whom, String what) {
    CoverRule rule = CoverRule.of(whom, List.of(name));
    CoverVerdict verdict = rule.judge(who(0.80, 0.10), 0.9, RULE);
    assertThat(verdict.covered()).isEqualTo(what.equals("covered"));
  }

  /** Cosines with two people; ada is named. Sure is from 0.444 on, maybe from 0.18 on. */
  @ParameterizedTest
  @CsvSource({
    // surely ada
    "0.80, 0.10, 0.9, EXCEPT, kept",
    "0.80, 0.10, 0.9, ONLY, covered",
    "0.80, 0.10, 0.9, UNKNOWN, kept",
    // surely bo
    "0.30, 0.80, 0.9, EXCEPT, covered",
    "0.30, 0.80, 0.9, ONLY, kept",
    "0.30, 0.80, 0.9, UNKNOWN, kept",
    // near enough to ada, but bo is about as near: a third, perhaps
    "0.60, 0.52, 0.9, EXCEPT, doubt",
    "0.60, 0.52, 0.9, ONLY, doubt",
    "0.60, 0.52, 0.9, UNKNOWN, doubt",
    "0.52, 0.60, 0.9, ONLY, doubt",
    // perhaps ada
    "0.40, 0.10, 0.9, EXCEPT, doubt",
    "0.40, 0.10, 0.9, ONLY, doubt",
    "0.40, 0.10, 0.9, UNKNOWN, doubt",
    "0.20, 0.25, 0.9, ONLY, doubt",
    // nobody known
    "0.10, 0.05, 0.9, EXCEPT, covered",
    "0.10, 0.05, 0.9, ONLY, kept",
    "0.10, 0.05, 0.9, UNKNOWN, covered",
    "0.10, 0.25, 0.9, ONLY, kept",
    // nobody can see who it is
    "0.80, 0.10, 0.3, EXCEPT, doubt",
    "0.10, 0.05, 0.3, ONLY, doubt",
    "0.80, 0.10, 0.3, UNKNOWN, doubt",
  })
  void aFaceStaysVisibleOnlyWhereItIsSure(
      double ada, double bo, double quality, CoverTarget whom, String expected) {
    CoverVerdict verdict = judge(whom, ada, bo, quality);
    assertThat(verdict.isDoubt() ? "doubt" : verdict.covered() ? "covered" : "kept")
        .isEqualTo(expected);
    assertThat(verdict.covered()).isEqualTo(!expected.equals("kept"));
  }

  /** Less likeness, a nearer rival, more people, more alike ones: none of them uncovers a face. */
  @Property
  void nothingThatMakesItLessSureUncoversAFace(
      @ForAll @DoubleRange(min = -0.2, max = 1) double ada,
      @ForAll @DoubleRange(min = -0.2, max = 1) double bo,
      @ForAll @DoubleRange(min = 0, max = 0.5) double less,
      @ForAll @IntRange(min = 0, max = 1000) int more,
      @ForAll @DoubleRange(min = 0, max = 0.9) double likeness) {
    if (!judge(CoverTarget.EXCEPT, ada, bo, 1).covered()) {
      return;
    }
    CoverRule except = CoverRule.of(CoverTarget.EXCEPT, List.of("ada"));
    CertaintyRule harder =
        new CertaintyRule(
                new IdentificationRates(RULE.rates().tail(), 2 + more, 0),
                more % 2 == 1,
                Optional.empty(),
                Distance.COSINE)
            .among(OptionalDouble.of(likeness));
    assertThat(except.judge(who(ada, bo), 1, harder).covered()).isTrue();
    assertThat(except.judge(who(Math.max(-1, ada - less), bo), 1, RULE).covered()).isTrue();
    assertThat(except.judge(who(ada, Math.min(1, bo + less)), 1, RULE).covered()).isTrue();
    assertThat(except.judge(who(ada, bo), 0, RULE).covered()).isTrue();
  }

  /** Whoever may be one of those named is covered by only, whoever is not surely one by except. */
  @Property
  void onlyAndExceptOverlapInDoubt(@ForAll long seed) {
    Random random = new Random(seed);
    double ada = random.nextDouble();
    double bo = random.nextDouble();
    CoverVerdict only = judge(CoverTarget.ONLY, ada, bo, 1);
    CoverVerdict except = judge(CoverTarget.EXCEPT, ada, bo, 1);
    assertThat(only.covered() || except.covered()).isTrue();
    if (only.isDoubt()) {
      assertThat(except.covered()).isTrue();
    }
  }

  @Property
  void theUsersOwnLimitCounts(@ForAll @DoubleRange(min = 0.2, max = 0.99) double asked) {
    CertaintyRule own = new CertaintyRule(RULE.rates(), false, Optional.of(asked), Distance.COSINE);
    CoverRule except = CoverRule.of(CoverTarget.EXCEPT, List.of("ada"));
    assertThat(except.judge(who(asked + 0.005, -0.5), 1, own).covered()).isFalse();
    assertThat(except.judge(who(asked - 0.005, -0.5), 1, own).covered()).isTrue();
  }
}
