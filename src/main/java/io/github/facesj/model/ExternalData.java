package io.github.facesj.model;

import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an ONNX file keeps outside itself. Its tensors may name other files, which ONNX Runtime
 * opens wherever they are; a network from somebody else could so read any file of the user's. Only
 * files in the network's own folder are let through, and they are looked for before the runtime
 * sees the network: in weights, in attributes of nodes, in subgraphs and in functions.
 */
final class ExternalData {

  /** Depth of messages that protocol buffers accept by default. */
  private static final int DEEPEST = 100;

  private static final int LONGEST_PATH = 4096;
  private static final int MOST_FILES = 10_000;

  /** Fields of onnx.proto3 (ONNX 1.17) that lead to tensors: number, and what is in it. */
  private enum Message {
    MODEL,
    TRAINING,
    GRAPH,
    FUNCTION,
    NODE,
    ATTRIBUTE,
    SPARSE,
    TENSOR,
    EXTERNAL;

    private Message in(int field) {
      return switch (this) {
        case MODEL -> field == 7 ? GRAPH : field == 20 ? TRAINING : field == 25 ? FUNCTION : null;
        case TRAINING -> field == 1 || field == 2 ? GRAPH : null;
        case GRAPH -> field == 1 ? NODE : field == 5 ? TENSOR : field == 15 ? SPARSE : null;
        case FUNCTION -> field == 7 ? NODE : field == 11 ? ATTRIBUTE : null;
        case NODE -> field == 5 ? ATTRIBUTE : null;
        case ATTRIBUTE ->
            switch (field) {
              case 5, 10 -> TENSOR;
              case 6, 11 -> GRAPH;
              case 22, 23 -> SPARSE;
              default -> null;
            };
        case SPARSE -> field == 1 || field == 2 ? TENSOR : null;
        case TENSOR -> field == 13 ? EXTERNAL : null;
        case EXTERNAL -> null;
      };
    }
  }

  private final Path file;
  private final WireReader in;

  /** End of the data that is needed of each file, by its name in the network. */
  private final Map<String, Long> ends = new LinkedHashMap<>();

  private ExternalData(Path file, WireReader in) {
    this.file = file;
    this.in = in;
  }

  /**
   * The files that a network needs beside itself.
   *
   * @return relative to its folder, each there and long enough
   * @throws FacesException if a file lies elsewhere, is a link to elsewhere or lacks data, or if
   *     the network is none
   */
  static List<Path> of(Path file) throws FacesException {
    if (!Files.exists(file)) {
      throw EngineErrors.opening(file, null);
    }
    if (file.toString().endsWith(".ort")) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The network %s is in a format of ONNX Runtime's own. Use the ONNX file it was made"
                  + " from.",
              file));
    }
    ExternalData data;
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      data = new ExternalData(file, new WireReader(channel));
      data.read(Message.MODEL, data.in.size(), 0);
    } catch (IOException e) {
      throw EngineErrors.opening(file, e);
    }
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, Long> needed : data.ends.entrySet()) {
      files.add(data.check(needed.getKey(), needed.getValue()));
    }
    return files;
  }

  private void read(Message message, long end, int depth) throws IOException, FacesException {
    if (depth > DEEPEST) {
      throw new IOException("parts within parts without an end");
    }
    Map<String, String> entries = new HashMap<>();
    while (in.position() < end) {
      int tag = in.tag();
      Message inner = (tag & 7) == WireReader.BYTES ? message.in(tag >>> 3) : null;
      if (inner == null) {
        in.skip(tag & 7, end);
      } else if (inner == Message.EXTERNAL) {
        entry(entries, in.length(end));
      } else {
        long length = in.length(end);
        read(inner, in.position() + length, depth + 1);
      }
    }
    if (in.position() != end) {
      throw new IOException("a part that is longer than the whole");
    }
    if (!entries.isEmpty()) {
      add(entries);
    }
  }

  /** One property of a tensor's data: a key and its value. */
  private void entry(Map<String, String> entries, long length) throws IOException {
    long end = in.position() + length;
    String key = "";
    String value = "";
    while (in.position() < end) {
      int tag = in.tag();
      if (tag != (1 << 3 | WireReader.BYTES) && tag != (2 << 3 | WireReader.BYTES)) {
        in.skip(tag & 7, end);
        continue;
      }
      long size = in.length(end);
      if (size > LONGEST_PATH) {
        throw new IOException("a file name that is too long");
      }
      String text = in.text((int) size);
      key = tag >>> 3 == 1 ? text : key;
      value = tag >>> 3 == 2 ? text : value;
    }
    String before = entries.put(key, value);
    if (before != null && !before.equals(value)) {
      throw new IOException("two file names for one part");
    }
  }

  private void add(Map<String, String> entries) throws IOException {
    long offset = number(entries.getOrDefault("offset", "0"));
    long length = number(entries.getOrDefault("length", "0"));
    ends.merge(entries.getOrDefault("location", ""), Math.addExact(offset, length), Math::max);
    if (ends.size() > MOST_FILES) {
      throw new IOException("too many files");
    }
  }

  private static long number(String digits) throws IOException {
    if (!digits.matches("[0-9]{1,18}")) {
      throw new IOException("a place in a file that is no number");
    }
    return Long.parseLong(digits);
  }

  private Path check(String location, long end) throws FacesException {
    Path folder = file.toAbsolutePath().getParent();
    Path inside = inside(location);
    try {
      Path real = folder.resolve(inside).toRealPath();
      if (!real.startsWith(folder.toRealPath())) {
        throw outside(location, null);
      }
      if (!Files.isRegularFile(real) || Files.size(real) < end) {
        throw new FacesException(
            String.format(
                Locale.ROOT,
                "The network %s needs the file %s beside it, whole, and it is cut short or no file."
                    + " Copy both again.",
                file,
                Reason.quote(location)));
      }
      return inside;
    } catch (IOException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The network %s needs the file %s beside it, which cannot be read. Copy both again.",
              file,
              Reason.quote(location)),
          e);
    }
  }

  /** Paths of any system are refused on every system. */
  private Path inside(String location) throws FacesException {
    if (location.isBlank() || !location.matches("[^\\\\:*?\"<>|\\p{Cntrl}]+")) {
      throw outside(location, null);
    }
    try {
      Path path = Path.of(location);
      if (path.isAbsolute() || location.startsWith("/") || location.matches("(.*/)?\\.\\.(/.*)?")) {
        throw outside(location, null);
      }
      return path.normalize();
    } catch (InvalidPathException e) {
      throw outside(location, e);
    }
  }

  private FacesException outside(String location, Exception cause) {
    return new FacesException(
        String.format(
            Locale.ROOT,
            "The network %s wants to read %s, which is not a file in its own folder, so it was not"
                + " opened. Use it only if you trust who made it, and export it with its weights in"
                + " one file.",
            file,
            Reason.quote(location)),
        cause);
  }
}
