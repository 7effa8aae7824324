package io.github.facesj.photo.format;

import java.util.Arrays;

/**
 * Which parts of a JPEG's coefficients its scans have brought so far. Of a Huffman-coded scan that
 * ends too early the decoder tells; an arithmetic one goes on with zeros, and looks whole.
 */
final class JpegScans {

  private static final int COEFFICIENTS = 64;

  private final byte[] frame;
  private final boolean progressive;
  private final boolean arithmetic;

  /** Bits of each component's coefficients that are still to come; 127 where none came yet. */
  private final byte[][] missing;

  /**
   * @param frame content of the frame's segment
   */
  JpegScans(byte[] frame, boolean progressive, boolean arithmetic) {
    this.frame = frame;
    this.progressive = progressive;
    this.arithmetic = arithmetic;
    this.missing = new byte[frame.length < 6 ? 0 : frame[5] & 0xff][COEFFICIENTS];
    for (byte[] component : missing) {
      Arrays.fill(component, Byte.MAX_VALUE);
    }
  }

  /**
   * @param scan content of the scan's segment
   */
  void add(byte[] scan) {
    int count = scan.length == 0 ? 0 : scan[0] & 0xff;
    if (scan.length < 4 + 2 * count) {
      return; // the decoder will say so
    }
    int first = progressive ? scan[1 + 2 * count] & 0xff : 0;
    int last = progressive ? scan[2 + 2 * count] & 0xff : COEFFICIENTS - 1;
    byte low = (byte) (progressive ? scan[3 + 2 * count] & 15 : 0);
    for (int i = 0; i < count; i++) {
      int component = component(scan[1 + 2 * i]);
      for (int k = first; component >= 0 && k <= last && k < COEFFICIENTS; k++) {
        missing[component][k] = low;
      }
    }
  }

  private int component(byte id) {
    for (int i = 0; i < missing.length && 6 + 3 * i < frame.length; i++) {
      if (frame[6 + 3 * i] == id) {
        return i;
      }
    }
    return -1;
  }

  /** Whether every bit was in some scan, and a scan that lacks its end would be noticed. */
  boolean complete() {
    if (arithmetic) {
      return false;
    }
    for (byte[] component : missing) {
      for (byte bits : component) {
        if (bits != 0) {
          return false;
        }
      }
    }
    return true;
  }
}
