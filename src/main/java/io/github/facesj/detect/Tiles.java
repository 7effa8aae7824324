package io.github.facesj.detect;

import java.util.ArrayList;
import java.util.List;

/** Divides a picture into tiles that overlap: as few as do, all of one size, evenly spread. */
final class Tiles {

  private Tiles() {}

  /** A part of a picture in its pixels. */
  record Tile(int x, int y, int width, int height) {}

  /** Tiles of at most {@code side} pixels that share at least {@code overlap} pixels. */
  static List<Tile> of(int width, int height, double side, double overlap) {
    return of(width, height, side, side, overlap, overlap);
  }

  /**
   * @param mostX largest width of a tile
   * @param mostY largest height of a tile
   * @param shareX pixels that neighbours share at least, below {@code mostX}
   * @param shareY the same from top to bottom
   */
  static List<Tile> of(
      int width, int height, double mostX, double mostY, double shareX, double shareY) {
    int columns = count(width, mostX, shareX);
    int rows = count(height, mostY, shareY);
    int w = size(width, columns, shareX);
    int h = size(height, rows, shareY);
    List<Tile> tiles = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        tiles.add(new Tile(start(column, columns, width - w), start(row, rows, height - h), w, h));
      }
    }
    return tiles;
  }

  private static int count(int length, double most, double share) {
    return Math.max(1, (int) Math.ceil((length - share) / (most - share)));
  }

  private static int size(int length, int count, double share) {
    return Math.min(length, (int) Math.ceil((length + (count - 1) * share) / count));
  }

  private static int start(int index, int count, int room) {
    return count == 1 ? 0 : (int) Math.rint((double) index * room / (count - 1));
  }
}
