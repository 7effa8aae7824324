package io.github.facesj.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where faces and captions stand on the pages of a contact sheet: one section for each person, a
 * caption above rows of faces. A section is kept on one page where one is high enough for it.
 *
 * @param columns faces in a row
 * @param size pixels of a face, wide and high
 * @param height pixels that a page may be high
 */
public record SheetLayout(int columns, int size, int height) {

  public static final int DEFAULT_COLUMNS = 8;
  public static final int DEFAULT_SIZE = 96;
  public static final int DEFAULT_HEIGHT = 1600;

  private static final int SMALLEST = 16;
  private static final int LARGEST = 512;

  /** Longest side of a page. */
  private static final int MOST = 16_384;

  private static final int LEAST_LETTERS = 12;

  /** A caption has room for this many letters, so that counts are whole on the narrowest page. */
  private static final int NARROWEST = 20;

  /**
   * @throws IllegalArgumentException if a number is out of its range, or a page would be too wide,
   *     or too low for one row
   */
  public SheetLayout {
    if (size < SMALLEST || size > LARGEST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The size of a face must be between %d and %d pixels, but was %d.",
              SMALLEST,
              LARGEST,
              size));
    }
    if (columns < 1 || columns > MOST / size) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The columns must be between 1 and %d for faces of %d pixels, but were %d.",
              MOST / size,
              size,
              columns));
    }
    int least = 2 * letters(size) + caption(size) + size;
    if (height < least || height > MOST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The height of a page must be between %d and %d pixels for faces of %d, but was %d.",
              least,
              MOST,
              size,
              height));
    }
  }

  /**
   * What of a section stands on one page.
   *
   * @param section its number, from 0
   * @param first number of its first face here, from 0; more than 0 where it is continued
   * @param count faces here
   * @param top row of pixels where its caption begins
   */
  public record Part(int section, int first, int count, int top) {}

  /**
   * Spreads sections over pages.
   *
   * @param faces how many each section has, at least 1
   */
  public List<List<Part>> pages(List<Integer> faces) {
    List<List<Part>> pages = new ArrayList<>();
    List<Part> page = new ArrayList<>();
    int top = margin();
    for (int section = 0; section < faces.size(); section++) {
      int first = 0;
      while (first < faces.get(section)) {
        int left = faces.get(section) - first;
        int rows = (left + columns - 1) / columns;
        int room = rowsBelow(top);
        if (!page.isEmpty() && rows > room && (room < 1 || rows <= rowsBelow(margin()))) {
          pages.add(page);
          page = new ArrayList<>();
          top = margin();
          continue;
        }
        Part part = new Part(section, first, Math.min(left, room * columns), top);
        page.add(part);
        first += part.count();
        top = bottom(part) + space();
      }
    }
    if (!page.isEmpty()) {
      pages.add(page);
    }
    return pages;
  }

  private int rowsBelow(int top) {
    return Math.max(0, (height - margin() - top - caption() + gap()) / (size + gap()));
  }

  /** Pixels that all pages are wide. */
  public int width() {
    int cells = columns * size + (columns - 1) * gap();
    return Math.max(cells, NARROWEST * letters()) + 2 * margin();
  }

  /** Pixels that a page needs to be high. */
  public int height(List<Part> page) {
    return bottom(page.get(page.size() - 1)) + margin();
  }

  /** Left edge of a face of a part, counted from 0. */
  int x(int face) {
    return margin() + face % columns * (size + gap());
  }

  /** Upper edge of a face of a part, counted from 0. */
  int y(Part part, int face) {
    return part.top() + caption() + face / columns * (size + gap());
  }

  private int bottom(Part part) {
    return y(part, part.count() - 1) + size;
  }

  /** Pixels around a page. */
  int margin() {
    return letters();
  }

  /** Pixels that a caption is high. */
  int caption() {
    return caption(size);
  }

  /** Size of the letters. */
  int letters() {
    return letters(size);
  }

  private int gap() {
    return Math.max(2, size / 24);
  }

  private int space() {
    return letters() / 2;
  }

  private static int caption(int size) {
    return 2 * letters(size);
  }

  private static int letters(int size) {
    return Math.max(LEAST_LETTERS, Math.round(size / 7f));
  }
}
