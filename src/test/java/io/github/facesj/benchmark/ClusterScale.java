package io.github.facesj.benchmark;

import io.github.facesj.Program;
import io.github.facesj.cluster.ClusterMethod;
import io.github.facesj.cluster.NeighbourGraph;
import io.github.facesj.cluster.NeighbourSearch;
import io.github.facesj.cluster.Partition;
import io.github.facesj.cluster.Pictures;
import io.github.facesj.cluster.Vectors;
import io.github.facesj.exchange.numpy.Npy;
import io.github.facesj.metrics.ClusteringScores;
import io.github.facesj.run.Progress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Time, memory and quality of clustering a made-up {@link Crowd} by the default method: each size
 * in a virtual machine of its own, so that its peak memory can be told; beside it, in the same run,
 * scikit-learn's DBSCAN. Arguments: a folder to work in, sizes (100000x12: everyone is there 12
 * times), and sizes for DBSCAN, with commas.
 */
final class ClusterScale {

  /** Faces whose neighbours are looked up by comparing with all. */
  private static final int QUERIES = 1000;

  /** DBSCAN joins chains of faces, so that its best threshold is smaller; these are tried. */
  private static final List<String> EPS = List.of("0.40", "0.45", "0.50", "0.60");

  private ClusterScale() {}

  public static void main(String[] args) throws Exception {
    if (args.length == 1) {
      System.out.println(measure(args[0]));
      return;
    }
    System.out.println(
        "| faces | neighbours, s | clusters, s | peak memory, MB | neighbours found | of one person"
            + " | B-cubed F |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (String size : args[1].split(",")) {
      System.out.print(child(size));
    }
    System.out.println();
    System.out.println("| faces | DBSCAN, eps | s | peak memory, MB | B-cubed F |");
    System.out.println("|---|---|---|---|---|");
    for (String size : args[2].split(",")) {
      dbscan(Path.of(args[0]), Integer.parseInt(size));
    }
    System.out.println();
    System.out.println("| faces | HNSW, s | neighbours found | of one person |");
    System.out.println("|---|---|---|---|");
    for (String size : args[3].split(",")) {
      hnsw(size);
    }
  }

  /** The heap grows with the faces: twice their vectors and some more, at least what Java needs. */
  private static String child(String size) throws Exception {
    int heap = Math.max(512, Integer.parseInt(size.replaceAll("x.*", "")) / 1000 * 5);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap + "m",
                "-classpath",
                System.getProperty("java.class.path"),
                ClusterScale.class.getName(),
                size)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String row = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("Clustering " + size + " faces failed.");
    }
    return row;
  }

  /** {@code 100000}, or {@code 100000x12} where everyone is there 12 times. */
  private static Crowd crowd(String size) {
    String[] parts = size.split("x");
    int faces = Integer.parseInt(parts[0]);
    return parts.length == 1 ? Crowd.zipf(faces) : Crowd.even(faces, Integer.parseInt(parts[1]));
  }

  private static void hnsw(String size) throws InterruptedException {
    Crowd crowd = crowd(size);
    Vectors vectors = crowd.all();
    NeighbourSearch search = ClusterMethod.DEFAULT.search(Crowd.THRESHOLD);
    long start = System.nanoTime();
    NeighbourGraph graph = HnswPeer.among(vectors, search);
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f | %s |%n",
        size,
        seconds(start),
        recall(crowd, vectors, graph, search));
  }

  private static String measure(String size) throws Exception {
    Crowd crowd = crowd(size);
    Vectors vectors = crowd.all();
    int faces = vectors.size();
    NeighbourSearch search = ClusterMethod.DEFAULT.search(Crowd.THRESHOLD);
    long start = System.nanoTime();
    NeighbourGraph graph = search.among(vectors, Progress.SILENT);
    double searching = seconds(start);
    start = System.nanoTime();
    Partition found =
        ClusterMethod.DEFAULT
            .clusterer(Crowd.THRESHOLD, Pictures.apart(faces))
            .cluster(vectors, graph, Progress.SILENT);
    double clustering = seconds(start);
    long peak = peak();
    return String.format(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %,d | %s | %.4f |",
        size,
        searching,
        clustering,
        peak,
        recall(crowd, vectors, graph, search),
        ClusteringScores.of(crowd.truth(faces), found).bCubed().f());
  }

  /** Share of the true neighbours of some faces that are in the graph: of all, of one person. */
  private static String recall(
      Crowd crowd, Vectors vectors, NeighbourGraph graph, NeighbourSearch search) {
    Partition truth = crowd.truth(vectors.size());
    int[] queries =
        IntStream.range(0, QUERIES).map(i -> (int) ((long) i * vectors.size() / QUERIES)).toArray();
    // One more, for each face finds itself.
    NeighbourGraph exact =
        new NeighbourSearch(search.k() + 1, search.floor())
            .between(vectors.select(queries), vectors, Progress.SILENT);
    long[] all = new long[2];
    long[] found = new long[2];
    for (int q = 0; q < queries.length; q++) {
      Set<Integer> row = new HashSet<>();
      for (int n = 0; n < graph.degree(queries[q]); n++) {
        row.add(graph.neighbour(queries[q], n));
      }
      for (int n = 0; n < exact.degree(q); n++) {
        int neighbour = exact.neighbour(q, n);
        if (neighbour != queries[q]) {
          int strangers = truth.together(neighbour, queries[q]) ? 0 : 1;
          all[strangers]++;
          found[strangers] += row.contains(neighbour) ? 1 : 0;
        }
      }
    }
    return String.format(
        Locale.ROOT,
        "%.4f | %.4f",
        (double) (found[0] + found[1]) / (all[0] + all[1]),
        (double) found[0] / all[0]);
  }

  private static void dbscan(Path folder, int faces) throws Exception {
    Files.createDirectories(folder);
    Path npy = folder.resolve("crowd.npy");
    Path labels = folder.resolve("labels.txt");
    Path script = folder.resolve("dbscan.py");
    Files.write(script, ClusterScale.class.getResourceAsStream("dbscan.py").readAllBytes());
    Crowd crowd = Crowd.zipf(faces);
    Npy.write(npy, IntStream.range(0, faces).mapToObj(i -> crowd.next()).toList(), Crowd.DIMENSION);
    for (String eps : EPS) {
      String[] told =
          Program.run(Program.python(), script.toString(), npy.toString(), eps, labels.toString())
              .strip()
              .split(" ");
      int[] found = Files.readAllLines(labels).stream().mapToInt(Integer::parseInt).toArray();
      // What DBSCAN takes for noise is labelled -1: faces that are alone.
      Arrays.setAll(found, i -> found[i] < 0 ? faces + i : found[i]);
      System.out.printf(
          Locale.ROOT,
          "| %,d | %s | %.1f | %s | %.4f |%n",
          faces,
          eps,
          Double.parseDouble(told[0]),
          told[1],
          ClusteringScores.of(crowd.truth(faces), Partition.of(found)).bCubed().f());
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Greatest memory of this process so far, in MB (Linux). */
  private static long peak() throws Exception {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }
}
