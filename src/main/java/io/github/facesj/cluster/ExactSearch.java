package io.github.facesj.cluster;

import io.github.facesj.run.Progress;

/** Compares each face with every other, in blocks. */
final class ExactSearch {

  /** For a person to read. */
  static final String WHAT = "Comparing faces";

  private ExactSearch() {}

  /** Neighbours of faces among themselves; each pair is compared once. */
  static void among(Vectors vectors, TopK nearest, Progress progress) {
    int blocks = blocks(vectors);
    ParallelFor.share(
        blocks,
        WHAT,
        progress,
        piece -> {
          // The last blocks have the most to compare with, so they begin.
          int from = (blocks - 1 - piece) * CosineBlock.WIDTH;
          CosineBlock block = block(vectors, from);
          float[] cosines = new float[CosineBlock.WIDTH];
          for (int i = 0; i < from + block.width(); i++) {
            block.cosines(vectors, i, cosines);
            for (int j = Math.max(0, i + 1 - from); j < block.width(); j++) {
              float cosine = cosines[j];
              if (cosine >= nearest.limit(i)) {
                nearest.offer(i, from + j, cosine);
              }
              if (cosine >= nearest.limit(from + j)) {
                nearest.offer(from + j, i, cosine);
              }
            }
          }
        });
  }

  /** Neighbours of some faces among others. */
  static void between(Vectors queries, Vectors base, TopK nearest, Progress progress) {
    ParallelFor.share(
        blocks(base),
        WHAT,
        progress,
        piece -> {
          int from = piece * CosineBlock.WIDTH;
          CosineBlock block = block(base, from);
          float[] cosines = new float[CosineBlock.WIDTH];
          for (int i = 0; i < queries.size(); i++) {
            block.cosines(queries, i, cosines);
            for (int j = 0; j < block.width(); j++) {
              if (cosines[j] >= nearest.limit(i)) {
                nearest.offer(i, from + j, cosines[j]);
              }
            }
          }
        });
  }

  private static int blocks(Vectors vectors) {
    return (vectors.size() + CosineBlock.WIDTH - 1) / CosineBlock.WIDTH;
  }

  private static CosineBlock block(Vectors vectors, int from) {
    CosineBlock block = new CosineBlock(vectors.dimension());
    block.fill(vectors, from, Math.min(vectors.size(), from + CosineBlock.WIDTH));
    return block;
  }
}
