package io.github.facesj;

import org.opentest4j.TestAbortedException;

/** A test is skipped, and why. */
final class Skipped extends TestAbortedException {

  private static final long serialVersionUID = 1L;

  /** How the end of the run speaks of it. */
  enum Kind {
    /** Something is not on this machine. */
    NEED,
    /** It is run only when asked for. */
    ASKED,
    /** Any other reason, in words of its own. */
    OTHER
  }

  private final Kind kind;

  Skipped(Kind kind, String reason) {
    super(reason);
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }
}
