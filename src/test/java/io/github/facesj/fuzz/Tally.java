package io.github.facesj.fuzz;

import java.util.Locale;

/** What became of the mutants of one kind of file. */
final class Tally {

  /** The head of the table. */
  static final String HEAD =
      String.format(
          Locale.ROOT,
          "| file | mutants | read | faces or pictures | sentence | other words | exception | hang"
              + " | out of memory | slowest |%n|---|---|---|---|---|---|---|---|---|---|");

  private final String name;
  private int mutants;
  private int read;
  private long faces;
  private int sentences;
  private int words;
  private int exceptions;
  private int hangs;
  private int memory;
  private long slowest;

  Tally(String name) {
    this.name = name;
  }

  void read(long found) {
    read++;
    faces += found;
  }

  void sentence() {
    sentences++;
  }

  void words() {
    words++;
  }

  void exception() {
    exceptions++;
  }

  void hang() {
    hangs++;
  }

  void memory() {
    memory++;
  }

  void took(long nanos) {
    mutants++;
    slowest = Math.max(slowest, nanos);
  }

  /** How many ended in what must not be. */
  int failures() {
    return words + exceptions + hangs + memory;
  }

  /** A row of the table. */
  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %d | %d | %d | %d | %d | %d | %.2f s |",
        name,
        mutants,
        read,
        faces,
        sentences,
        words,
        exceptions,
        hangs,
        memory,
        slowest / 1e9);
  }
}
