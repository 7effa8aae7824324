package io.github.facesj.model;

import io.github.facesj.run.FacesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What ONNX Runtime complains of, in sentences a person can act on. Its own words, which name the
 * places in its source, stay in the cause for whoever looks into the log.
 */
final class EngineErrors {

  private static final Pattern NO_MEMORY =
      Pattern.compile(
          "(?i)failed to allocate memory|cannot allocate memory|bad_alloc|pthread_create failed");
  private static final Pattern NEWER =
      Pattern.compile("Unsupported model IR version: (\\d+)|Opset (\\d+) is under development");
  private static final Pattern OPERATION =
      Pattern.compile("No Op registered for (\\w+)|Could not find an implementation for (\\w+)");

  private EngineErrors() {}

  /** A file that the engine does not open. */
  static FacesException opening(Path file, Throwable cause) {
    String said = said(cause);
    Matcher newer = NEWER.matcher(said);
    Matcher operation = OPERATION.matcher(said);
    if (NO_MEMORY.matcher(said).find()) {
      return FacesException.passing(
          String.format(
              Locale.ROOT,
              "There is not enough memory free to open the network %s. Close other images and"
                  + " programs, and try again.",
              file),
          cause);
    }
    if (!Files.exists(file)) {
      return FacesException.passing(
          String.format(
              Locale.ROOT,
              "The network %s is not there. Check that its disk is, and install the model again"
                  + " with Plugins > FacesJ > Models...",
              file),
          cause);
    }
    if (newer.find()) {
      return new FacesException(
          String.format(
              Locale.ROOT,
              "The network %s was made for a newer ONNX (version %s) than this FacesJ knows. Export"
                  + " it for an older one.",
              file,
              newer.group(1) != null ? newer.group(1) : newer.group(2)),
          cause);
    }
    if (operation.find()) {
      return new FacesException(
          String.format(
              Locale.ROOT,
              "The network %s needs an operation, %s, that ONNX Runtime does not have. Export it"
                  + " with standard operations of ONNX.",
              file,
              operation.group(1) != null ? operation.group(1) : operation.group(2)),
          cause);
    }
    return new FacesException(
        String.format(
            Locale.ROOT,
            "The file %s is not a network that ONNX Runtime can read: it is cut short, damaged or"
                + " of another kind. Copy it again, or export it anew.",
            file),
        cause);
  }

  /** A call that failed. It is never the photo's fault: whatever it holds, it is only numbers. */
  static FacesException running(Path file, Tensor[] inputs, Throwable cause) {
    String fed =
        Arrays.stream(inputs)
            .map(
                t ->
                    String.format(
                        Locale.ROOT,
                        "%s of %s",
                        t.name().equals(Tensor.ONLY) ? "its only input" : t.name(),
                        Arrays.stream(t.shape())
                            .mapToObj(Long::toString)
                            .collect(Collectors.joining(" x "))))
            .collect(Collectors.joining(", "));
    return FacesException.passing(
        String.format(
            Locale.ROOT,
            NO_MEMORY.matcher(said(cause)).find()
                ? "There is not enough memory free to run the network %s on %s. Close other images"
                    + " and programs, or make the picture smaller."
                : "The network %s cannot be run on %s. Check that its card names its inputs and"
                    + " their shapes, or install the model again.",
            file.getFileName(),
            fed),
        cause);
  }

  /** An engine that does not start at all. */
  static FacesException starting(LinkageError cause) {
    return FacesException.passing(
        String.format(
            Locale.ROOT,
            "ONNX Runtime, which runs the networks, cannot start on this machine. It needs 64-bit"
                + " Windows, macOS or Linux, and a temporary folder with 100 MB of room from which"
                + " programs may be started: %s. Choose another with -Djava.io.tmpdir=DIR.",
            System.getProperty("java.io.tmpdir")),
        cause);
  }

  private static String said(Throwable cause) {
    StringBuilder all = new StringBuilder();
    int depth = 0;
    for (Throwable t = cause; t != null && depth < 20; t = t.getCause()) {
      all.append(t.getMessage()).append('\n');
      depth++;
    }
    return all.toString();
  }
}
