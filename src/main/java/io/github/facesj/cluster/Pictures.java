package io.github.facesj.cluster;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Which faces are in one picture, and so of different people. Immutable. */
public final class Pictures {

  private final int[] pictures;

  /** Where the faces of each picture begin in {@link #faces}, and one more. */
  private final int[] starts;

  /** The faces, picture by picture. */
  private final int[] faces;

  private Pictures(int[] pictures) {
    this.pictures = pictures;
    starts = new int[Arrays.stream(pictures).max().orElse(-1) + 2];
    for (int picture : pictures) {
      starts[picture + 1]++;
    }
    for (int picture = 1; picture < starts.length; picture++) {
      starts[picture] += starts[picture - 1];
    }
    faces = new int[pictures.length];
    int[] next = starts.clone();
    for (int face = 0; face < pictures.length; face++) {
      faces[next[pictures[face]]++] = face;
    }
  }

  /**
   * @param pictures the picture of each face, numbers from 0 on, as few as possible; copied
   */
  public static Pictures of(int... pictures) {
    return new Pictures(pictures.clone());
  }

  /** Every face in a picture of its own, or nothing known about that. */
  public static Pictures apart(int size) {
    int[] pictures = new int[size];
    Arrays.setAll(pictures, face -> face);
    return new Pictures(pictures);
  }

  /** Number of faces. */
  public int size() {
    return pictures.length;
  }

  /** The picture of a face. */
  int picture(int face) {
    return pictures[face];
  }

  /** Whether something holds for another face of the picture that a face is in. */
  boolean anyBeside(int face, IntPredicate condition) {
    for (int i = starts[pictures[face]]; i < starts[pictures[face] + 1]; i++) {
      if (faces[i] != face && condition.test(faces[i])) {
        return true;
      }
    }
    return false;
  }
}
