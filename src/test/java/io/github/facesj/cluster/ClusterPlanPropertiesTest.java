package io.github.facesj.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.run.Progress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What no run may ever do, in whatever state an archive is. */
class ClusterPlanPropertiesTest {

  @Provide
  Arbitrary<World> worlds() {
    return Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(1, 40))
        .as(World::random);
  }

  @Provide
  Arbitrary<PlanRules> rules() {
    return Combinators.combine(
            Arbitraries.doubles().between(-0.2, 0.95),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as(PlanRules::new);
  }

  @Property
  void whatAPersonSettledStays(@ForAll("worlds") World world, @ForAll("rules") PlanRules rules) {
    ClusterPlan plan = world.plan(rules);
    for (int i = 0; i < plan.size(); i++) {
      FaceState face = world.faces().get(i);
      if (face.settled()) {
        assertThat(plan.cluster(i)).isEqualTo(face.cluster());
      }
    }
  }

  @Property
  void whatAPersonRuledOutIsObeyed(
      @ForAll("worlds") World world, @ForAll("rules") PlanRules rules) {
    ClusterPlan plan = world.plan(rules);
    for (int i = 0; i < plan.size(); i++) {
      long face = world.faces().get(i).id();
      assertThat(world.facts().apart().getOrDefault(face, Set.of()))
          .doesNotContain(plan.cluster(i));
    }
  }

  @Property
  void theSecondRunChangesNothing(@ForAll("worlds") World world, @ForAll("rules") PlanRules rules) {
    World once = world.after(rules);
    assertThat(once.after(rules)).isEqualTo(once);
  }

  @Property
  void theOrderOfFacesIsIrrelevant(
      @ForAll("worlds") World world, @ForAll("rules") PlanRules rules, @ForAll long seed) {
    assertThat(world.shuffled(seed).after(rules).clusters())
        .isEqualTo(world.after(rules).clusters());
  }

  @Property
  void onePhotoMoreChangesNobodyElse(
      @ForAll("worlds") World world,
      @ForAll("rules") PlanRules rules,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 4) int shown) {
    World before = world.after(adding(rules));
    Map<Long, Long> old = before.clusters();
    Map<Long, Long> now = before.withPhoto(seed, shown).after(adding(rules)).clusters();
    for (FaceState a : before.faces()) {
      if (old.get(a.id()) != FaceState.NONE) {
        assertThat(now.get(a.id())).isEqualTo(old.get(a.id()));
      }
      for (FaceState b : before.faces()) {
        if (a.id() != b.id()) {
          assertThat(together(now, a, b)).isEqualTo(together(old, a, b));
        }
      }
    }
  }

  private static boolean together(Map<Long, Long> clusters, FaceState a, FaceState b) {
    long cluster = clusters.get(a.id());
    return cluster != FaceState.NONE && cluster == clusters.get(b.id());
  }

  private static PlanRules adding(PlanRules rules) {
    return new PlanRules(rules.similarity(), rules.onePerPicture(), false);
  }

  @Property
  void aRunPutsNoTwoFacesOfOnePictureTogether(
      @ForAll("worlds") World world,
      @ForAll @IntRange(min = -2, max = 9) int tenths,
      @ForAll boolean fresh) {
    PlanRules rules = new PlanRules(tenths / 10.0, true, fresh);
    ClusterPlan plan = world.plan(rules);
    Map<List<Long>, Integer> placed = new HashMap<>();
    Set<List<Long>> added = new HashSet<>();
    for (int i = 0; i < plan.size(); i++) {
      FaceState face = world.faces().get(i);
      if (plan.cluster(i) != FaceState.NONE) {
        List<Long> place = List.of(plan.cluster(i), face.photo(), (long) face.page());
        placed.merge(place, 1, Integer::sum);
        if (plan.cluster(i) != face.cluster()) {
          added.add(place);
        }
      }
    }
    assertThat(added).allSatisfy(place -> assertThat(placed.get(place)).isOne());
  }

  @Property
  void aClusterThatARunMakesHasAtLeastTwoFaces(
      @ForAll("worlds") World world, @ForAll("rules") PlanRules rules) {
    ClusterPlan plan = world.plan(rules);
    Map<Long, Integer> sizes = new HashMap<>();
    for (int i = 0; i < plan.size(); i++) {
      sizes.merge(plan.cluster(i), 1, Integer::sum);
    }
    sizes.remove(FaceState.NONE);
    sizes.forEach(
        (cluster, size) -> {
          if (cluster > world.facts().last()) {
            assertThat(size).isGreaterThan(1);
          }
        });
  }

  @Property
  void poorFacesAreNotJudged(@ForAll("worlds") World world, @ForAll("rules") PlanRules rules) {
    ClusterPlan plan = world.plan(rules);
    for (int i = 0; i < plan.size(); i++) {
      FaceState face = world.faces().get(i);
      if (face.poor()) {
        assertThat(plan.cluster(i)).isIn(face.cluster(), FaceState.NONE);
      } else {
        assertThat(plan.judged(i)).isTrue();
      }
    }
  }

  @Property
  void clustersThatPeopleTouchedSurvive(
      @ForAll("worlds") World world, @ForAll("rules") PlanRules rules) {
    Set<Long> before = new HashSet<>(world.clusters().values());
    before.retainAll(world.facts().touched());
    assertThat(world.after(rules).clusters().values()).containsAll(before);
  }

  @Property(tries = 200)
  void aCanceledRunEnds(@ForAll("worlds") World world, @ForAll("rules") PlanRules rules) {
    Progress canceled =
        new Progress() {
          @Override
          public void at(long done, long total, String what) {}

          @Override
          public boolean isCanceled() {
            return true;
          }

          @Override
          public void warn(io.github.facesj.run.Problem problem) {}
        };
    ClusterPlan plan =
        ClusterPlan.of(
            world.faces(),
            world.vectors(),
            world.facts(),
            rules,
            (vectors, pictures, progress) -> Partition.singletons(vectors.size()),
            canceled);
    assertThat(plan.size()).isEqualTo(world.faces().size());
  }
}
