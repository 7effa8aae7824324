package io.github.facesj.mishap;

import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;

/** The process that is killed: {@code FOLDER WORK}. */
final class KilledWork {

  private KilledWork() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    SQLiteJDBCLoader.initialize(); // unpacks its library, which is no part of the work
    Work work =
        Class.forName(args[1]).asSubclass(Work.class).getDeclaredConstructor().newInstance();
    work.run(folder.resolve("given"), folder.resolve("state"));
  }

  /** From here on kill points count; {@link KilledProcess} sees the call. */
  static void begin() {
    // nothing to do
  }
}
