package io.github.facesj.cluster;

import java.util.Arrays;

/**
 * A graph whose edges are the shares of a random walker's steps, both ways together all of them; at
 * first of faces, then of modules of faces, which remember the steps inside them.
 */
final class FlowGraph {

  private final int[] starts;
  private final int[] nodes;
  private final double[] steps;
  private final double[] flows;
  private final double[] exits;

  private FlowGraph(int[] starts, int[] nodes, double[] steps, double[] flows) {
    this.starts = starts;
    this.nodes = nodes;
    this.steps = steps;
    this.flows = flows;
    exits = new double[flows.length];
    for (int i = 0; i < exits.length; i++) {
      for (int e = starts[i]; e < starts[i + 1]; e++) {
        exits[i] += steps[e];
      }
    }
  }

  /**
   * @param both each edge both ways; those with a cosine of 0 or less weigh nothing
   * @param power edges weigh their cosine to this power
   */
  static FlowGraph of(NeighbourGraph both, double power) {
    int size = both.size();
    int[] starts = new int[size + 1];
    int[] nodes = new int[both.edges()];
    double[] steps = new double[both.edges()];
    double[] flows = new double[size];
    double total = 0;
    for (int i = 0; i < size; i++) {
      starts[i + 1] = starts[i] + both.degree(i);
      for (int n = 0; n < both.degree(i); n++) {
        nodes[starts[i] + n] = both.neighbour(i, n);
        steps[starts[i] + n] = Math.pow(Math.max(0, both.cosine(i, n)), power);
        total += steps[starts[i] + n];
      }
    }
    for (int i = 0; i < size; i++) {
      for (int e = starts[i]; e < starts[i + 1]; e++) {
        steps[e] /= total;
        flows[i] += steps[e];
      }
    }
    return new FlowGraph(starts, nodes, steps, flows);
  }

  int size() {
    return flows.length;
  }

  int degree(int node) {
    return starts[node + 1] - starts[node];
  }

  /** Share of its time that the walker is in a node. */
  double flow(int node) {
    return flows[node];
  }

  /** Share of the steps that lead out of a node. */
  double exit(int node) {
    return exits[node];
  }

  /** Adds the steps from a node to each module. */
  void tally(int node, int[] modules, LabelSums links) {
    for (int e = starts[node]; e < starts[node + 1]; e++) {
      links.add(modules[nodes[e]], steps[e]);
    }
  }

  /** Marks the neighbours of a node. */
  void markNeighbours(int node, boolean[] marks) {
    for (int e = starts[node]; e < starts[node + 1]; e++) {
      marks[nodes[e]] = true;
    }
  }

  /**
   * Modules as nodes.
   *
   * @param modules the module of each node, numbered without gaps
   */
  FlowGraph merged(int[] modules, int count) {
    int[] members = new int[count + 1];
    for (int module : modules) {
      members[module + 1]++;
    }
    for (int m = 0; m < count; m++) {
      members[m + 1] += members[m];
    }
    int[] sorted = new int[modules.length];
    int[] next = members.clone();
    double[] newFlows = new double[count];
    for (int i = 0; i < modules.length; i++) {
      sorted[next[modules[i]]++] = i;
      newFlows[modules[i]] += flows[i];
    }
    int[] newStarts = new int[count + 1];
    int[] newNodes = new int[nodes.length];
    double[] newSteps = new double[nodes.length];
    LabelSums links = new LabelSums(count);
    int at = 0;
    for (int m = 0; m < count; m++) {
      for (int i = members[m]; i < members[m + 1]; i++) {
        tally(sorted[i], modules, links);
      }
      for (int l = 0; l < links.count(); l++) {
        if (links.label(l) != m) {
          newNodes[at] = links.label(l);
          newSteps[at++] = links.sum(links.label(l));
        }
      }
      links.clear();
      newStarts[m + 1] = at;
    }
    return new FlowGraph(
        newStarts, Arrays.copyOf(newNodes, at), Arrays.copyOf(newSteps, at), newFlows);
  }
}
