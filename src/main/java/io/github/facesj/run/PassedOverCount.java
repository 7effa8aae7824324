package io.github.facesj.run;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts what a run passes over, by reason; the order in which files are met does not matter. */
public final class PassedOverCount {

  /** Names that are told of each kind. */
  private static final int NAMES = 3;

  private final Map<String, Kind> kinds = new TreeMap<>();

  private static final class Kind {
    private final String todo;
    private final TreeSet<String> names = new TreeSet<>();
    private long files;

    Kind(String todo) {
      this.todo = todo;
    }
  }

  /**
   * Adds a file.
   *
   * @param what the kind, in the plural
   * @param todo what to do to have it used, in a sentence, or empty
   * @param name of the file, relative to the folder
   */
  public void add(String what, String todo, String name) {
    Kind kind = kinds.computeIfAbsent(what, w -> new Kind(todo));
    kind.files++;
    kind.names.add(name);
    if (kind.names.size() > NAMES) {
      kind.names.pollLast();
    }
  }

  /** Adds something whose files nobody could count. */
  public void addUncounted(String what) {
    kinds.computeIfAbsent(what, w -> new Kind(""));
  }

  /** All kinds, in the order of their names. */
  public List<PassedOver> list() {
    return kinds.entrySet().stream()
        .map(
            e ->
                new PassedOver(
                    e.getKey(),
                    e.getValue().files,
                    List.copyOf(e.getValue().names),
                    e.getValue().todo))
        .toList();
  }
}
