package io.github.facesj.mishap;

import java.nio.file.Path;

/** Something that writes, and is killed while it does. */
interface Work {

  /**
   * Makes what the work begins with.
   *
   * @param given what is only read
   * @param state what the work writes
   */
  void prepare(Path given, Path state) throws Exception;

  /** Does it, or goes on with it; says {@link KilledWork#begin()} before it writes. */
  void run(Path given, Path state) throws Exception;

  /**
   * Fails if something is lost or half after a kill.
   *
   * @param before the state that the work began with
   * @param after the state that an undisturbed run leaves
   */
  void check(Path given, Path state, Path before, Path after) throws Exception;

  /** Fails if a state is not that of an undisturbed run, to the last bit. */
  void checkEnd(Path given, Path state, Path after) throws Exception;
}
