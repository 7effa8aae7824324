package io.github.facesj.mishap;

import java.nio.file.Path;

/** Anonymise Folder into a folder that is not there yet. */
final class FirstAnonymiseWork extends AnonymiseWork {

  @Override
  public void prepare(Path given, Path state) throws Exception {
    Photos.copy(given.resolve("photos"));
  }
}
