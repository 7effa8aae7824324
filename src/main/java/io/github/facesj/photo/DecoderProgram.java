package io.github.facesj.photo;

import io.github.facesj.io.PathText;
import io.github.facesj.io.ScratchFolder;
import io.github.facesj.run.Progress;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A program that a user may have installed and that writes a picture anew, as PNG or TIFF. It is
 * started without a shell, by its absolute path, on a copy in a folder of its own, so that no name
 * of a file means anything to it and no photo is opened by it; it may take {@link #SECONDS}, and
 * write {@link #MOST} bytes.
 */
enum DecoderProgram {
  /** libheif 1.18 and later. It turns pictures as HEIF says, and notes the EXIF of before. */
  HEIF_DEC("heif-dec", "libheif", "png", true, "IN", "OUT"),
  /** libheif before. */
  HEIF_CONVERT("heif-convert", "libheif-examples", "png", true, "IN", "OUT"),
  /** libjxl. It turns pictures as they say. */
  DJXL("djxl", "libjxl-tools", "png", true, "IN", "OUT"),
  /** OpenJPEG; JPEG 2000 does not turn pictures. */
  OPENJPEG("opj_decompress", "libopenjp2-tools", "png", true, "-i", "IN", "-o", "OUT"),
  /** ImageMagick 7, by way of the same libraries; its limits are an eighth of a machine's. */
  MAGICK(
      "magick",
      "ImageMagick 7",
      "png",
      true,
      "-limit",
      "memory",
      "2GiB",
      "-limit",
      "map",
      "4GiB",
      "-limit",
      "disk",
      "8GiB",
      "-limit",
      "thread",
      "1",
      "IN[0]",
      "OUT"),
  /** Part of macOS. What it writes says itself which way is up. */
  SIPS("sips", "macOS", "tiff", false, "-s", "format", "tiff", "IN", "--out", "OUT");

  /** Folders in which programs are looked for instead of those of PATH; empty for none. */
  static final String FOLDERS = "facesj.decoders";

  /**
   * Where macOS's package managers put programs; a Fiji that was clicked on has no PATH to them.
   */
  private static final List<String> MORE =
      List.of("/usr/local/bin", "/opt/homebrew/bin", "/opt/local/bin");

  /** Longest time for one picture; 48 megapixels of HEIC take two to three. */
  static final int SECONDS = 60;

  /** Most bytes that a program may write for one picture. */
  static final long MOST = 2L << 30;

  private static final int POLL_MILLIS = 20;

  private final String command;
  private final String from;
  private final String ending;
  private final boolean turns;
  private final List<String> arguments;

  DecoderProgram(String command, String from, String ending, boolean turns, String... arguments) {
    this.command = command;
    this.from = from;
    this.ending = ending;
    this.turns = turns;
    this.arguments = List.of(arguments);
  }

  /** The program and what it is part of, for sentences. */
  String title() {
    return command + " (" + from + ")";
  }

  /** A program that is there. */
  record Found(DecoderProgram program, Path path) {

    /** Whether its pictures are upright, whatever EXIF they carry. */
    boolean turns() {
      return program.turns;
    }

    /**
     * Runs it.
     *
     * @param in what to decode
     * @param folder for the picture
     * @param progress may stop it
     * @return the picture; of several the first
     * @throws IOException if it made none, took too long or was stopped
     */
    Path run(Path in, ScratchFolder folder, Progress progress) throws IOException {
      Path out = folder.at("out." + program.ending);
      List<String> command = new ArrayList<>(List.of(PathText.of(path)));
      for (String argument : program.arguments) {
        command.add(argument.replace("IN", in.toString()).replace("OUT", out.toString()));
      }
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
      builder.environment().put("TMPDIR", folder.at("").toString());
      Process process = builder.start();
      try {
        process.getOutputStream().close();
        await(process, folder, progress);
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
      // Of a file of several pictures libheif's programs write out-1.png, out-2.png, ...
      Path first = folder.at("out-1." + program.ending);
      Path made = Files.exists(out) || !Files.exists(first) ? out : first;
      if (process.exitValue() != 0 || !Files.isRegularFile(made, LinkOption.NOFOLLOW_LINKS)) {
        throw new IOException(program.command + " cannot read it");
      }
      return made;
    }

    private void await(Process process, ScratchFolder folder, Progress progress)
        throws IOException {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
      try {
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
          if (progress.isCanceled()) {
            throw new InterruptedIOException();
          }
          if (System.nanoTime() > end) {
            throw new IOException(program.command + " took more than " + SECONDS + " seconds");
          }
          if (folder.bytes() > MOST) {
            throw new IOException(program.command + " makes too large a picture of it");
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      }
    }
  }

  private static List<String> folders() {
    String own = System.getProperty(FOLDERS);
    String path = own == null ? System.getenv().getOrDefault("PATH", "") : own;
    List<String> all =
        new ArrayList<>(List.of(path.split(Pattern.quote(System.getProperty("path.separator")))));
    all.addAll(own == null ? MORE : List.of());
    return all;
  }

  /** The program in the first folder of the user's path that has it. */
  Optional<Found> find() {
    for (String folder : folders()) {
      for (String name : List.of(command, command + ".exe")) {
        try {
          Path program = PathText.of(folder).resolve(name);
          // A relative folder is whichever one happens to be current.
          if (program.isAbsolute() && Files.isRegularFile(program) && Files.isExecutable(program)) {
            return Optional.of(new Found(this, program));
          }
        } catch (InvalidPathException e) {
          // No folder, whatever else stands there
        }
      }
    }
    return Optional.empty();
  }
}
