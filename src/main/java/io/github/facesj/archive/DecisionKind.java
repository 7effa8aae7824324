package io.github.facesj.archive;

import java.util.Locale;

/** What people decide about faces, with the word that the table {@code decision} has for it. */
enum DecisionKind {
  NAME("name", "name %s"),
  UNNAME("unname", "take the name off %s"),
  MERGE("merge", "put together %s"),
  SPLIT("split", "split off %s"),
  GIVE("give", "give %s to"),
  REJECT("reject", "take out %s"),
  NONFACE("nonface", "call %s no face"),
  FACE("face", "call %s a face after all"),
  IGNORE("ignore", "ignore a stranger of %s"),
  UNIGNORE("unignore", "bring back a stranger of %s"),
  SETTLE("settle", "confirm %s"),
  DIFFER("differ", "keep two people of %s apart"),
  DRAW("draw", "draw %s");

  private final String word;
  private final String sentence;

  DecisionKind(String word, String sentence) {
    this.word = word;
    this.sentence = sentence;
  }

  String word() {
    return word;
  }

  /** For a person, such as {@code name 12 faces}. */
  String sentence(int faces) {
    return String.format(Locale.ROOT, sentence, faces == 1 ? "1 face" : faces + " faces");
  }

  /**
   * @throws IllegalArgumentException if no decision has this word
   */
  static DecisionKind of(String word) {
    for (DecisionKind kind : values()) {
      if (kind.word.equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("there is no decision \"" + word + "\"");
  }
}
