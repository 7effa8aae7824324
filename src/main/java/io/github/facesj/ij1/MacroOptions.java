package io.github.facesj.ij1;

import io.github.facesj.fiji.run.MacroVariables;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The options string of a macro's {@code run(command, options)}: {@code key=value}, {@code
 * key=[value with spaces]}, {@code key='value'} and bare flags, separated by white space, in
 * ImageJ's grammar; {@code key=&name} is the value of the macro's variable of this name.
 *
 * @param values in the order given; a bare flag has an empty value
 */
record MacroOptions(Map<String, Optional<String>> values) {

  MacroOptions {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * @throws IllegalArgumentException where a bracket stays open or a key comes twice
   */
  static MacroOptions parse(String options) {
    Map<String, Optional<String>> values = new LinkedHashMap<>();
    int at = skipSpace(options, 0);
    while (at < options.length()) {
      int end = at;
      while (end < options.length()
          && !isSpace(options.charAt(end))
          && options.charAt(end) != '=') {
        end++;
      }
      String key = options.substring(at, end);
      Optional<String> value = Optional.empty();
      if (end < options.length() && options.charAt(end) == '=') {
        int start = end + 1;
        end = valueEnd(options, key, start);
        value = Optional.of(MacroVariables.value(unquoted(options.substring(start, end))));
      }
      if (values.put(key, value) != null) {
        throw new IllegalArgumentException("The option \"" + key + "\" was given twice.");
      }
      at = skipSpace(options, end);
    }
    return new MacroOptions(values);
  }

  private static int valueEnd(String options, String key, int start) {
    char first = start < options.length() ? options.charAt(start) : ' ';
    if (first == '[') {
      return closing(options, start)
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "The value of the option \""
                          + key
                          + "\" begins with [ and has no ] at its end."));
    }
    if (first == '\'' && options.indexOf('\'', start + 1) > 0) {
      return options.indexOf('\'', start + 1) + 1;
    }
    return IntStream.range(start, options.length())
        .filter(i -> isSpace(options.charAt(i)))
        .findFirst()
        .orElse(options.length());
  }

  /** The place after the bracket that closes the one at start; brackets may be nested. */
  private static OptionalInt closing(String options, int start) {
    int open = 0;
    for (int i = start; i < options.length(); i++) {
      char c = options.charAt(i);
      open += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (open == 0) {
        return OptionalInt.of(i + 1);
      }
    }
    return OptionalInt.empty();
  }

  private static String unquoted(String value) {
    boolean bracketed = value.startsWith("[");
    boolean quoted = value.length() > 1 && value.startsWith("'") && value.endsWith("'");
    return bracketed || quoted ? value.substring(1, value.length() - 1) : value;
  }

  private static int skipSpace(String options, int from) {
    int at = from;
    while (at < options.length() && isSpace(options.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c);
  }
}
