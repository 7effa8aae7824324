package io.github.facesj.cluster;

import io.github.facesj.run.Progress;
import java.util.Arrays;
import java.util.Random;

/**
 * Infomap with two levels: clusters are such that a random walk along the edges can be told in the
 * fewest bits (Rosvall and Bergstrom, 2008). Faces move to the neighbouring cluster that shortens
 * the description most, clusters are then moved like faces, until nothing gets shorter.
 *
 * <p>An edge weighs the fifth power of its cosine: two faces that are only just alike must not lead
 * a walker from one person to another as often as two that are much alike. Of the powers 1, 2, 3
 * and 5 the last did best on the labelled photos of docs/ACCURACY.md.
 *
 * @param least cosine of two faces that are joined by an edge
 */
record Infomap(double least) implements Clusterer {

  private static final long SEED = 1;

  private static final double POWER = 5;

  /** A gain below this is rounding. */
  private static final double NOTHING = 1e-10;

  /** Rounds over all nodes of a level. */
  private static final int ROUNDS = 30;

  @Override
  public Partition cluster(Vectors vectors, NeighbourGraph graph, Progress progress) {
    FlowGraph level = FlowGraph.of(graph.bothWays(least), POWER);
    int[] labels = new int[level.size()];
    Arrays.setAll(labels, i -> i);
    Random random = new Random(SEED);
    boolean shorter = true;
    while (shorter && !progress.isCanceled()) {
      int[] modules = move(level, random, progress);
      int count = renumber(modules);
      for (int i = 0; i < labels.length; i++) {
        labels[i] = modules[labels[i]];
      }
      shorter = count < level.size();
      level = level.merged(modules, count);
    }
    return Partition.of(labels);
  }

  private static int[] move(FlowGraph graph, Random random, Progress progress) {
    int size = graph.size();
    int[] modules = new int[size];
    double[] flow = new double[size];
    double[] exit = new double[size];
    double total = 0;
    for (int i = 0; i < size; i++) {
      modules[i] = i;
      flow[i] = graph.flow(i);
      exit[i] = graph.exit(i);
      total += exit[i];
    }
    int[] order = modules.clone();
    LabelSums links = new LabelSums(size);
    // A node is looked at again only when one of its neighbours has moved.
    boolean[] stirred = new boolean[size];
    Arrays.fill(stirred, true);
    boolean moved = true;
    for (int round = 0; round < ROUNDS && moved && !progress.isCanceled(); round++) {
      ChineseWhispers.shuffle(order, random);
      moved = false;
      for (int node : order) {
        if (!stirred[node] || graph.degree(node) == 0) {
          continue;
        }
        stirred[node] = false;
        int old = modules[node];
        graph.tally(node, modules, links);
        double leaves = graph.exit(node);
        double oldExit = exit[old] - leaves + 2 * links.sum(old);
        double oldFlow = flow[old] - graph.flow(node);
        double before = part(exit[old], flow[old]) - part(oldExit, oldFlow);
        int best = old;
        double bestGain = NOTHING;
        double bestExit = 0;
        for (int l = 0; l < links.count(); l++) {
          int other = links.label(l);
          if (other == old) {
            continue;
          }
          double newExit = exit[other] + leaves - 2 * links.sum(other);
          double changed = total + oldExit - exit[old] + newExit - exit[other];
          double gain =
              log(total)
                  - log(changed)
                  + before
                  + part(exit[other], flow[other])
                  - part(newExit, flow[other] + graph.flow(node));
          if (gain > bestGain) {
            bestGain = gain;
            best = other;
            bestExit = newExit;
          }
        }
        links.clear();
        if (best != old) {
          total += oldExit - exit[old] + bestExit - exit[best];
          exit[old] = oldExit;
          flow[old] = oldFlow;
          exit[best] = bestExit;
          flow[best] += graph.flow(node);
          modules[node] = best;
          graph.markNeighbours(node, stirred);
          moved = true;
        }
      }
      progress.at(round + 1, ROUNDS, "Shortening the description of " + size + " nodes");
    }
    return modules;
  }

  /** What a module adds to the length of the description. */
  private static double part(double exit, double flow) {
    return log(exit + flow) - 2 * log(exit);
  }

  private static double log(double x) {
    return x <= 0 ? 0 : x * Math.log(x);
  }

  /** Numbers modules without gaps, in the order of their first node. */
  private static int renumber(int[] modules) {
    int[] numbers = new int[modules.length];
    Arrays.fill(numbers, -1);
    int count = 0;
    for (int i = 0; i < modules.length; i++) {
      if (numbers[modules[i]] < 0) {
        numbers[modules[i]] = count++;
      }
      modules[i] = numbers[modules[i]];
    }
    return count;
  }
}
