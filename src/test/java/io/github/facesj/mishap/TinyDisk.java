package io.github.facesj.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small disk of its own (tmpfs) that can be full, for reading only, or taken away. */
final class TinyDisk implements AutoCloseable {

  private static final int BLOCK = 4096;

  private final Path folder;

  private TinyDisk(Path folder) {
    this.folder = folder;
  }

  /**
   * @param folder where the disk is to be, empty
   * @param size such as {@code 16m}
   */
  static TinyDisk at(Path folder, String size) throws Exception {
    Files.createDirectories(folder);
    Needs.right(
        does("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()),
        "root's right to mount a small disk");
    return new TinyDisk(folder);
  }

  private static boolean does(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(new ArrayList<>(List.of(command)))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // this system has no such program
    }
  }

  /** Leaves so many bytes free. */
  void fill(long left) throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace() - left;
    Files.write(filler(), new byte[(int) (free / BLOCK * BLOCK)]);
    assertThat(Files.getFileStore(folder).getUsableSpace()).isBetween(left, left + BLOCK);
  }

  void makeRoom() throws IOException {
    Files.delete(filler());
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  void readOnly(boolean yes) throws InterruptedException {
    assertThat(does("mount", "-o", "remount," + (yes ? "ro" : "rw"), folder.toString())).isTrue();
  }

  /** At once, whatever is open; the folder is there and empty afterwards. */
  void takeAway() throws InterruptedException {
    assertThat(does("umount", "-l", folder.toString())).isTrue();
  }

  @Override
  public void close() {
    try {
      does("umount", "-l", folder.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
