package io.github.facesj.ij1;

import org.scijava.Context;

/** The one SciJava context of this ImageJ, made at the first command and kept, models and all. */
final class SharedContext {

  private SharedContext() {}

  static Context get() {
    return Made.CONTEXT;
  }

  private static final class Made {
    private static final Context CONTEXT = new Context();

    /** Kept here because the event service holds its subscribers weakly. */
    @SuppressWarnings("unused")
    private static final StatusLine STATUS = new StatusLine(CONTEXT);
  }
}
