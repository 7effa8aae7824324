package io.github.facesj.fiji.dialog;

import ij.ImagePlus;
import ij.WindowManager;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

/** Text, as macros and text fields give it, made into a value of the parameter's type. */
public final class Values {

  private Values() {}

  /** Whether a parameter of this type can be asked for, and read. */
  public static boolean canRead(Class<?> type) {
    return isText(type)
        || isTruth(type)
        || Types.isNumber(type)
        || type.isEnum()
        || ImagePlus.class.isAssignableFrom(type);
  }

  /** Whether values of this type are text. */
  public static boolean isText(Class<?> type) {
    return type == String.class;
  }

  /** Whether values of this type are true or false. */
  public static boolean isTruth(Class<?> type) {
    return Types.isBoolean(type);
  }

  /** Whether numbers of this type have no fraction. */
  public static boolean isWhole(Class<?> type) {
    return List.of(Byte.class, Short.class, Integer.class, Long.class, java.math.BigInteger.class)
        .contains(Types.box(type));
  }

  /**
   * @throws IllegalArgumentException with a sentence, where the text is no such value
   */
  public static Object parse(ModuleItem<?> item, String text) {
    Class<?> type = item.getType();
    if (type == String.class) {
      return text;
    }
    if (isTruth(type)) {
      return truth(item, text);
    }
    if (Types.isNumber(type)) {
      return number(item, text);
    }
    if (type.isEnum()) {
      return constant(item, text);
    }
    if (ImagePlus.class.isAssignableFrom(type)) {
      return image(item, text);
    }
    throw new IllegalArgumentException(
        name(item) + " is of a kind that cannot be given here: " + type.getSimpleName() + ".");
  }

  /** The value as a macro would write it, without brackets. */
  public static String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof ImagePlus image) {
      return image.getTitle();
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return number == Math.rint(number) && Math.abs(number) < 1e9
          ? Long.toString((long) number)
          : value.toString();
    }
    return value.toString();
  }

  /** 1 and 0 are what true and false are in the macro language. */
  private static Object truth(ModuleItem<?> item, String text) {
    return switch (text) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw wrong(item, "true or false", text);
    };
  }

  private static Object number(ModuleItem<?> item, String text) {
    try {
      BigDecimal number = new BigDecimal(text.trim());
      String digits = isWhole(item.getType()) ? number.toBigIntegerExact().toString() : text.trim();
      Object value = Types.box(item.getType()) == BigDecimal.class ? number : boxed(item, digits);
      return value;
    } catch (NumberFormatException e) {
      throw wrong(item, isWhole(item.getType()) ? "a whole number" : "a number", text);
    } catch (ArithmeticException e) {
      throw wrong(item, "a whole number", text);
    }
  }

  private static Object boxed(ModuleItem<?> item, String digits) {
    Class<?> type = Types.box(item.getType());
    if (type == Integer.class) {
      return Integer.valueOf(digits);
    }
    if (type == Long.class) {
      return Long.valueOf(digits);
    }
    if (type == Float.class) {
      return Float.valueOf(digits);
    }
    if (type == Short.class) {
      return Short.valueOf(digits);
    }
    if (type == Byte.class) {
      return Byte.valueOf(digits);
    }
    return type == java.math.BigInteger.class
        ? new java.math.BigInteger(digits)
        : (Object) Double.valueOf(digits);
  }

  private static Object constant(ModuleItem<?> item, String text) {
    Object[] constants = item.getType().getEnumConstants();
    return Arrays.stream(constants)
        .filter(c -> ((Enum<?>) c).name().equals(text) || c.toString().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    item,
                    Arrays.stream(constants)
                        .map(c -> ((Enum<?>) c).name())
                        .collect(Collectors.joining(", ", "one of ", "")),
                    text));
  }

  private static Object image(ModuleItem<?> item, String title) {
    ImagePlus image = WindowManager.getImage(title);
    if (image == null) {
      throw wrong(item, "the title of an open image", title);
    }
    return image;
  }

  private static IllegalArgumentException wrong(ModuleItem<?> item, String wanted, String text) {
    return new IllegalArgumentException(
        name(item) + " must be " + wanted + ", but was \"" + text + "\".");
  }

  private static String name(ModuleItem<?> item) {
    return "The parameter " + item.getName();
  }
}
