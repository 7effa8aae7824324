package io.github.facesj.cluster;

import io.github.facesj.run.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A small made-up archive in any state: few people who look alike, photos that show several of them
 * or one of them twice, clusters made at random by earlier runs and by people.
 */
record World(List<FaceState> faces, Vectors vectors, ClusterFacts facts) {

  private static final int DIMENSION = 6;
  private static final int CLUSTERS = 5;

  static World random(long seed, int size) {
    Random random = new Random(seed);
    List<FaceState> faces = new ArrayList<>();
    List<float[]> rows = new ArrayList<>();
    Map<Long, Set<Long>> apart = new HashMap<>();
    Set<Long> used = new TreeSet<>();
    for (int i = 0; i < size; i++) {
      long cluster = random.nextInt(3) == 0 ? FaceState.NONE : 1 + random.nextInt(CLUSTERS);
      boolean settled = cluster != FaceState.NONE && random.nextInt(4) == 0;
      long id = 10 + 3L * i;
      faces.add(
          new FaceState(
              id,
              random.nextInt(1 + size / 2),
              random.nextInt(2),
              cluster,
              settled,
              random.nextBoolean(),
              random.nextInt(6) == 0));
      rows.add(unit(random));
      used.add(cluster);
      if (random.nextInt(3) == 0) {
        apart.computeIfAbsent(id, f -> new HashSet<>()).add(1L + random.nextInt(CLUSTERS));
        apart.get(id).remove(cluster);
      }
    }
    Set<Long> touched = new HashSet<>();
    apart.values().forEach(touched::addAll);
    if (random.nextBoolean()) {
      touched.add(1L + random.nextInt(CLUSTERS));
    }
    return new World(
        faces,
        Vectors.of(DIMENSION, rows),
        new ClusterFacts(touched, apart, Math.max(CLUSTERS, Collections.max(used))));
  }

  /** Near one of three corners, so that likeness is common and never clear. */
  private static float[] unit(Random random) {
    float[] vector = new float[DIMENSION];
    int person = random.nextInt(3);
    double length = 0;
    for (int d = 0; d < DIMENSION; d++) {
      vector[d] = (float) ((d == person ? 1 : 0) + 0.45 * random.nextGaussian());
      length += vector[d] * vector[d];
    }
    for (int d = 0; d < DIMENSION; d++) {
      vector[d] /= (float) Math.sqrt(length);
    }
    return vector;
  }

  ClusterPlan plan(PlanRules rules) {
    return ClusterPlan.of(
        faces, vectors, facts, rules, new Chains(rules.similarity()), Progress.SILENT);
  }

  /** The archive after a run. */
  World after(PlanRules rules) {
    ClusterPlan plan = plan(rules);
    List<FaceState> moved = new ArrayList<>();
    long last = facts.last();
    for (int i = 0; i < faces.size(); i++) {
      FaceState f = faces.get(i);
      moved.add(
          new FaceState(
              f.id(), f.photo(), f.page(), plan.cluster(i), f.settled(), plan.judged(i), f.poor()));
      last = Math.max(last, plan.cluster(i));
    }
    return new World(moved, vectors, new ClusterFacts(facts.touched(), facts.apart(), last));
  }

  /** The same faces in another order. */
  World shuffled(long seed) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < faces.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(seed));
    return new World(
        order.stream().map(faces::get).toList(),
        vectors.select(order.stream().mapToInt(Integer::intValue).toArray()),
        facts);
  }

  /** With one photo more, which nobody has looked at. */
  World withPhoto(long seed, int shown) {
    Random random = new Random(seed);
    List<FaceState> more = new ArrayList<>(faces);
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < faces.size(); i++) {
      rows.add(vectors.select(new int[] {i}).values());
    }
    long id = faces.stream().mapToLong(FaceState::id).max().orElse(0);
    for (int i = 0; i < shown; i++) {
      more.add(new FaceState(++id, 1_000, 0, FaceState.NONE, false, false, false));
      rows.add(unit(random));
    }
    return new World(more, Vectors.of(DIMENSION, rows), facts);
  }

  /** Cluster of each face by its id. */
  Map<Long, Long> clusters() {
    Map<Long, Long> clusters = new HashMap<>();
    faces.forEach(f -> clusters.put(f.id(), f.cluster()));
    return clusters;
  }
}
