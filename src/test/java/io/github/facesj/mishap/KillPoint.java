package io.github.facesj.mishap;

import java.util.List;

/**
 * Where a process may be killed: at the first line of a method that writes, or is about to. Between
 * two of these lies at most one statement of SQLite or one operation on a file.
 *
 * @param type the class that has the methods
 * @param methods their names; each must be there
 */
record KillPoint(String type, List<String> methods) {

  static final List<KillPoint> ALL =
      List.of(
          new KillPoint("io.github.facesj.archive.Sql", List.of("script", "change", "many")),
          new KillPoint(
              "java.nio.file.Files",
              List.of(
                  "copy",
                  "createDirectories",
                  "createDirectory",
                  "createSymbolicLink",
                  "delete",
                  "deleteIfExists",
                  "move",
                  "newOutputStream",
                  "setLastModifiedTime")),
          new KillPoint("java.nio.channels.FileChannel", List.of("open")),
          new KillPoint("sun.nio.ch.FileChannelImpl", List.of("write", "force", "truncate")));
}
