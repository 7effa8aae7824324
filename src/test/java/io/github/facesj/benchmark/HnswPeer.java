package io.github.facesj.benchmark;

import com.github.jelmerk.hnswlib.core.DistanceFunctions;
import com.github.jelmerk.hnswlib.core.Item;
import com.github.jelmerk.hnswlib.core.SearchResult;
import com.github.jelmerk.hnswlib.core.hnsw.HnswIndex;
import io.github.facesj.cluster.NeighbourGraph;
import io.github.facesj.cluster.NeighbourSearch;
import io.github.facesj.cluster.Vectors;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The search among very many faces by a library: hierarchical navigable small worlds (Malkov and
 * Yashunin, 2018) of hnswlib-core. M and efConstruction are its authors' common choice; ef is the
 * number of candidates kept while searching.
 */
final class HnswPeer {

  private static final int M = 16;
  private static final int EF = 200;

  private record Face(Integer id, float[] vector) implements Item<Integer, float[]> {
    @Override
    public int dimensions() {
      return vector.length;
    }
  }

  private HnswPeer() {}

  static NeighbourGraph among(Vectors vectors, NeighbourSearch search) throws InterruptedException {
    int dimension = vectors.dimension();
    HnswIndex<Integer, float[], Face, Float> index =
        HnswIndex.newBuilder(dimension, DistanceFunctions.FLOAT_INNER_PRODUCT, vectors.size())
            .withM(M)
            .withEfConstruction(EF)
            .withEf(EF)
            .build();
    List<Face> faces =
        IntStream.range(0, vectors.size()).mapToObj(i -> new Face(i, row(vectors, i))).toList();
    index.addAll(faces);
    int[][] neighbours = new int[vectors.size()][];
    float[][] cosines = new float[vectors.size()][];
    IntStream.range(0, vectors.size())
        .parallel()
        .forEach(
            i -> {
              List<SearchResult<Face, Float>> near =
                  index.findNearest(faces.get(i).vector(), search.k() + 1).stream()
                      .filter(r -> r.item().id() != i && 1 - r.distance() >= search.floor())
                      .toList();
              neighbours[i] = near.stream().mapToInt(r -> r.item().id()).toArray();
              cosines[i] = new float[near.size()];
              for (int n = 0; n < near.size(); n++) {
                cosines[i][n] = 1 - near.get(n).distance();
              }
            });
    return graph(neighbours, cosines);
  }

  private static float[] row(Vectors vectors, int i) {
    int d = vectors.dimension();
    return Arrays.copyOfRange(vectors.values(), i * d, (i + 1) * d);
  }

  private static NeighbourGraph graph(int[][] neighbours, float[][] cosines) {
    int[] starts = new int[neighbours.length + 1];
    for (int i = 0; i < neighbours.length; i++) {
      starts[i + 1] = starts[i] + neighbours[i].length;
    }
    int[] all = new int[starts[neighbours.length]];
    float[] values = new float[all.length];
    for (int i = 0; i < neighbours.length; i++) {
      System.arraycopy(neighbours[i], 0, all, starts[i], neighbours[i].length);
      System.arraycopy(cosines[i], 0, values, starts[i], cosines[i].length);
    }
    return NeighbourGraph.wrap(starts, all, values);
  }
}
