package io.github.facesj.run;

/**
 * Makes a tool for one thread.
 *
 * @param <T> the tool, such as a recognizer
 */
@FunctionalInterface
public interface Factory<T> {

  /** A new tool each time. */
  T create() throws FacesException;
}
