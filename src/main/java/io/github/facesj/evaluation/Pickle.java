package io.github.facesj.evaluation;

import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a Python pickle that holds nothing but lists, tuples, bytes, texts, whole numbers, booleans
 * and None (opcodes of CPython's {@code pickletools}, protocols 0 to 5), and refuses every other. A
 * general reader, such as net.razorvine:pickle, looks up classes and calls them as the file says;
 * this one has no code to call anything, so that a file can do no more than be wrong.
 */
final class Pickle {

  private static final Object MARK = new Object();

  /** The one name that is understood: how Python 3 writes bytes in the protocols of Python 2. */
  private static final String ENCODE = "_codecs encode";

  private record Global(String name) {}

  private final String file;
  private final ByteBuffer in;
  private final Deque<Object> stack = new ArrayDeque<>();
  private final Map<Integer, Object> memo = new HashMap<>();

  private Pickle(String file, byte[] bytes) {
    this.file = file;
    this.in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The object in a pickle: {@code List<Object>} for lists and tuples, {@code byte[]}, {@code
   * String}, {@code Long}, {@code Boolean}, or null for None.
   *
   * @param file for sentences
   */
  static Object read(String file, byte[] bytes) throws FacesException {
    Pickle pickle = new Pickle(file, bytes);
    try {
      return pickle.run();
    } catch (BufferUnderflowException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT, "The file %s ends in the middle: it was cut short. Get it again.", file),
          e);
    } catch (ClassCastException | NumberFormatException e) {
      throw new FacesException(pickle.broken(), e);
    }
  }

  private Object run() throws FacesException {
    while (true) {
      int at = in.position();
      int op = in.get() & 0xff;
      switch (op) {
        case '.' -> {
          return value(pop());
        }
        case 0x80 -> protocol(in.get());
        case 0x95 -> in.getLong();
        case '(' -> stack.push(MARK);
        case ']' -> stack.push(new ArrayList<>());
        case ')' -> stack.push(List.of());
        case 'l', 't' -> stack.push(toMark());
        case 0x85 -> stack.push(last(1));
        case 0x86 -> stack.push(last(2));
        case 0x87 -> stack.push(last(3));
        case 'a' -> append(last(1));
        case 'e' -> append(toMark());
        case 'N' -> stack.push(None.NONE);
        case 0x88 -> stack.push(true);
        case 0x89 -> stack.push(false);
        case 'K' -> stack.push(in.get() & 0xffL);
        case 'M' -> stack.push(in.getShort() & 0xffffL);
        case 'J' -> stack.push((long) in.getInt());
        case 'I' -> stack.push(number(line()));
        case 'C', 'U' -> stack.push(bytes(in.get() & 0xff));
        case 'B', 'T' -> stack.push(bytes(in.getInt()));
        case 0x8e, 0x96 -> stack.push(bytes(in.getLong()));
        case 0x8c -> stack.push(text(in.get() & 0xff));
        case 'X' -> stack.push(text(in.getInt()));
        case 0x8d -> stack.push(text(in.getLong()));
        case 'q' -> memo.put(in.get() & 0xff, peek());
        case 'r' -> memo.put(in.getInt(), peek());
        case 'p' -> memo.put(Integer.parseInt(line()), peek());
        case 0x94 -> memo.put(memo.size(), peek());
        case 'h' -> stack.push(recall(in.get() & 0xff));
        case 'j' -> stack.push(recall(in.getInt()));
        case 'g' -> stack.push(recall(Integer.parseInt(line())));
        case 'c' -> stack.push(global(line() + " " + line()));
        case 0x93 -> {
          List<Object> names = last(2);
          if (!(names.get(0) instanceof String module) || !(names.get(1) instanceof String name)) {
            throw new FacesException(broken());
          }
          stack.push(global(module + " " + name));
        }
        case 'R' -> reduce();
        default ->
            throw new FacesException(
                String.format(
                    Locale.ROOT,
                    "The file %s is not a list of pictures: it holds something else at byte %d,"
                        + " which FacesJ does not read.",
                    file,
                    at));
      }
    }
  }

  private enum None {
    NONE
  }

  private void protocol(int version) throws FacesException {
    if (version < 0 || version > 5) {
      throw new FacesException(broken());
    }
  }

  private Object global(String name) throws FacesException {
    if (!name.equals(ENCODE)) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The file %s asks for the Python object %s. A list of pictures needs none, so FacesJ"
                  + " does not read it.",
              file,
              Reason.quote(name)));
    }
    return new Global(name);
  }

  /** The only thing a Global can be used for: a text of characters up to 255 is bytes. */
  private void reduce() throws FacesException {
    List<Object> arguments = list(pop());
    if (!(pop() instanceof Global)
        || arguments.size() != 2
        || !(arguments.get(0) instanceof String text)
        || !"latin1".equals(arguments.get(1))) {
      throw new FacesException(broken());
    }
    stack.push(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private byte[] bytes(long length) throws FacesException {
    if (length < 0) {
      throw new FacesException(broken());
    }
    if (length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[(int) length];
    in.get(bytes);
    return bytes;
  }

  private String text(long length) throws FacesException {
    return new String(bytes(length), StandardCharsets.UTF_8);
  }

  private String line() {
    int from = in.position();
    while (in.get() != '\n') {
      // reads on to the end of the line
    }
    return new String(in.array(), from, in.position() - from - 1, StandardCharsets.UTF_8);
  }

  private static Object number(String line) {
    return switch (line) {
      case "01" -> true;
      case "00" -> false;
      default -> Long.parseLong(line);
    };
  }

  private Object pop() throws FacesException {
    if (stack.isEmpty()) {
      throw new FacesException(broken());
    }
    return stack.pop();
  }

  private Object peek() throws FacesException {
    Object top = pop();
    stack.push(top);
    return top;
  }

  private Object recall(int key) throws FacesException {
    Object value = memo.get(key);
    if (value == null) {
      throw new FacesException(broken());
    }
    return value;
  }

  /** The newest objects of the stack, oldest of them first. */
  private List<Object> last(int n) throws FacesException {
    List<Object> objects = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      objects.add(0, pop());
    }
    return objects;
  }

  private List<Object> toMark() throws FacesException {
    ArrayDeque<Object> objects = new ArrayDeque<>();
    for (Object o = pop(); o != MARK; o = pop()) {
      objects.addFirst(o);
    }
    return new ArrayList<>(objects);
  }

  private void append(List<Object> objects) throws FacesException {
    list(peek()).addAll(objects);
  }

  private List<Object> list(Object o) throws FacesException {
    if (!(o instanceof ArrayList<?>)) {
      throw new FacesException(broken());
    }
    @SuppressWarnings("unchecked")
    List<Object> list = (List<Object>) o;
    return list;
  }

  private Object value(Object o) throws FacesException {
    if (o == MARK || o instanceof Global) {
      throw new FacesException(broken());
    }
    return o == None.NONE ? null : o;
  }

  private String broken() {
    return String.format(
        Locale.ROOT,
        "The file %s is damaged: its pickle makes no sense near byte %d. Get it again.",
        file,
        in.position());
  }
}
