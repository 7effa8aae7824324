package io.github.facesj.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Breaks a file in the ways files break, and in those that make parsers stumble; by a seed. */
final class Mutator {

  private static final long[] NUMBERS = {
    0,
    1,
    2,
    7,
    127,
    128,
    255,
    256,
    32767,
    32768,
    65535,
    65536,
    0x7fffffffL,
    0x80000000L,
    0xffffffffL,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };

  private static final String[] WORDS = {
    "-1",
    "0",
    "NaN",
    "Infinity",
    "-Infinity",
    "1e999",
    "1e-999",
    "99999999999999999999",
    "2147483647",
    "-2147483648",
    "0x10",
    "1" + "0".repeat(60),
    "0." + "3".repeat(60),
    "",
    " ",
    "null",
    "true",
    "\"",
    "'",
    "[",
    "{",
    "}",
    "]",
    ",",
    ",,,,",
    "\n",
    "\r",
    "\t",
    "\0",
    "<",
    "</",
    "&amp;",
    "<!DOCTYPE a [<!ENTITY b \"c\">]>",
    "\ufeff",
    "\u00e9",
    "\ud83d\ude00",
    "..",
    "/",
    "%s"
  };

  private final Random random;
  private byte[] bytes;

  private Mutator(byte[] bytes, long seed) {
    this.bytes = bytes.clone();
    this.random = new Random(seed);
  }

  /** A broken copy, always the same for the same seed. */
  static byte[] mutant(byte[] good, long seed) {
    Mutator mutator = new Mutator(good, seed);
    int steps = 1 + mutator.random.nextInt(6);
    for (int i = 0; i < steps && mutator.bytes.length > 0; i++) {
      mutator.step();
    }
    return mutator.bytes;
  }

  private void step() {
    switch (random.nextInt(10)) {
      case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      case 1 -> bytes[place()] ^= (byte) (1 << random.nextInt(8));
      case 2 -> bytes[place()] = (byte) random.nextInt(256);
      case 3 -> copyBlock();
      case 4 -> cutOut();
      case 5 -> insert(block());
      case 6 -> number();
      case 7 -> marker();
      case 8 -> word();
      default -> digits();
    }
  }

  /** Any place, those near the beginning more often: heads say how the rest is read. */
  private int place() {
    return random.nextBoolean()
        ? random.nextInt(bytes.length)
        : random.nextInt(Math.min(bytes.length, 256));
  }

  private byte[] block() {
    int from = place();
    int to = Math.min(bytes.length, from + 1 + random.nextInt(Math.min(4096, bytes.length)));
    return Arrays.copyOfRange(bytes, from, to);
  }

  private void copyBlock() {
    byte[] block = block();
    int at = place();
    System.arraycopy(block, 0, bytes, at, Math.min(block.length, bytes.length - at));
  }

  private void cutOut() {
    int from = place();
    int to = Math.min(bytes.length, from + 1 + random.nextInt(64));
    byte[] rest = Arrays.copyOf(bytes, bytes.length - (to - from));
    System.arraycopy(bytes, to, rest, from, bytes.length - to);
    bytes = rest;
  }

  private void insert(byte[] some) {
    int at = place();
    byte[] longer = Arrays.copyOf(bytes, bytes.length + some.length);
    System.arraycopy(some, 0, longer, at, some.length);
    System.arraycopy(bytes, at, longer, at + some.length, bytes.length - at);
    bytes = longer;
  }

  /** A length, a count or an offset, of any width and order. */
  private void number() {
    int width = 1 << random.nextInt(4);
    int at = place();
    if (at + width > bytes.length) {
      return;
    }
    long value =
        random.nextInt(4) == 0
            ? bytes.length + random.nextInt(5) - 2
            : NUMBERS[random.nextInt(NUMBERS.length)];
    ByteBuffer eight = ByteBuffer.allocate(8);
    boolean little = random.nextBoolean();
    eight.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN).putLong(value);
    System.arraycopy(eight.array(), little ? 0 : 8 - width, bytes, at, width);
  }

  private void marker() {
    int at = place();
    if (at + 1 < bytes.length) {
      bytes[at] = (byte) 0xff;
      bytes[at + 1] = (byte) (0xc0 + random.nextInt(64));
    }
  }

  private void word() {
    insert(WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.UTF_8));
  }

  /** Puts a word where a number stands, as far as there is one near. */
  private void digits() {
    int at = place();
    while (at < bytes.length && (bytes[at] < '0' || bytes[at] > '9')) {
      at++;
    }
    int end = at;
    while (end < bytes.length && bytes[end] >= '0' && bytes[end] <= '9') {
      end++;
    }
    if (at == bytes.length) {
      return;
    }
    byte[] word = WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.UTF_8);
    byte[] changed = new byte[bytes.length - (end - at) + word.length];
    System.arraycopy(bytes, 0, changed, 0, at);
    System.arraycopy(word, 0, changed, at, word.length);
    System.arraycopy(bytes, end, changed, at + word.length, bytes.length - end);
    bytes = changed;
  }
}
