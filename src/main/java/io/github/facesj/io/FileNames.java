package io.github.facesj.io;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Names of people and photos as names of files and folders that every system takes: Windows forbids
 * the most characters, and names of devices and dots at the end; its file systems and macOS's take
 * upper and lower case for the same.
 */
public final class FileNames {

  /** File systems take 255 bytes; this leaves room for a number and an ending. */
  private static final int LONGEST = 200;

  /** Bytes of a name that every file system of today takes. */
  private static final int MOST = 255;

  /** Of a SHA-256: one in four thousand million for two names that begin alike. */
  private static final int DIGITS = 8;

  /** Controls, invisible marks, halves of characters and what Windows forbids. */
  private static final Pattern FORBIDDEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}<>:\"/\\\\|?*]");

  /** Devices, also before an ending (Microsoft, "Naming Files, Paths, and Namespaces"). */
  private static final Pattern DEVICE =
      Pattern.compile(
          "(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])( *\\..*)?",
          Pattern.CASE_INSENSITIVE);

  private FileNames() {}

  /** One name, with {@code _} for what cannot be in it. */
  public static String of(String name) {
    String safe =
        FORBIDDEN.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll("_");
    safe = shortened(safe).strip();
    while (safe.endsWith(".") || safe.endsWith(" ")) {
      safe = safe.substring(0, safe.length() - 1);
    }
    if (safe.isEmpty() || safe.startsWith(".") || DEVICE.matcher(safe).matches()) {
      safe = "_" + safe;
    }
    return safe;
  }

  private static String shortened(String name) {
    int end = 0;
    int bytes = 0;
    while (end < name.length()) {
      int next = name.offsetByCodePoints(end, 1);
      bytes += name.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
      if (bytes > LONGEST) {
        break;
      }
      end = next;
    }
    return name.substring(0, end);
  }

  /**
   * The name of a file that belongs to another: the other's whole name and an ending. Where that
   * would be longer than file systems take, the beginning of the name and of its SHA-256, so that
   * two such files never have one name.
   *
   * @param name of the other file, perhaps with folders before it, with {@code /}
   * @param ending with its dot
   */
  public static String beside(String name, String ending) {
    int folder = name.lastIndexOf('/') + 1;
    String last = name.substring(folder);
    byte[] bytes = last.getBytes(StandardCharsets.UTF_8);
    if (bytes.length + ending.length() <= MOST) {
      return name + ending;
    }
    String hash = Hashes.of(bytes).substring(0, DIGITS);
    return name.substring(0, folder) + shortened(last) + "~" + hash + ending;
  }

  /**
   * Different names for all; where two would be the same file, the later in the alphabet gets a
   * number.
   *
   * @return the file's name of each
   */
  public static Map<String, String> of(Collection<String> names) {
    Map<String, String> files = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (String name : new TreeSet<>(names)) {
      files.put(name, free(of(name), "", taken));
    }
    return files;
  }

  /**
   * A name that no other has yet, and takes it.
   *
   * @param stem safe name
   * @param ending with its dot, or empty
   * @param taken names in lower case, to be added to
   */
  public static String free(String stem, String ending, Set<String> taken) {
    String name = stem + ending;
    for (int i = 2; !taken.add(folded(name)); i++) {
      name = String.format(Locale.ROOT, "%s (%d)%s", stem, i, ending);
    }
    return name;
  }

  /** Equal for names that some system takes for the same. */
  private static String folded(String name) {
    return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
