package io.github.facesj.exchange.xmp;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.options.ParseOptions;
import com.adobe.internal.xmp.options.PropertyOptions;
import com.adobe.internal.xmp.options.SerializeOptions;
import com.adobe.internal.xmp.properties.XMPProperty;
import io.github.facesj.io.Decimals;
import io.github.facesj.io.SafeXml;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The metadata of one photo in XMP: what others wrote there stays as it is. */
final class XmpTree {

  /** The note of the library that wrote the whole, in the first element. */
  private static final Pattern TOOLKIT = Pattern.compile("\\bx:xmptk\\s*=\\s*[\"']([^\"']*)[\"']");

  /** Bytes in which that note stands, if it does. */
  private static final int HEAD = 2000;

  private final XMPMeta meta;
  private final String toolkit;

  private XmpTree(XMPMeta meta, String toolkit) {
    this.meta = meta;
    this.toolkit = toolkit;
  }

  static XmpTree empty() {
    return new XmpTree(XMPMetaFactory.create(), "");
  }

  /**
   * @param what the file, to begin a sentence with
   * @throws FacesException if it is no XMP, or XML that is not safe to read
   */
  static XmpTree parse(String what, byte[] xmp) throws FacesException {
    SafeXml.check(what, xmp);
    for (XmpSpace space : XmpSpace.values()) {
      space.name(""); // before a file could bring prefixes of its own
    }
    try {
      ParseOptions options = new ParseOptions().setDisallowDoctype(true);
      return new XmpTree(XMPMetaFactory.parseFromBuffer(xmp, options), toolkit(xmp));
    } catch (XMPException | RuntimeException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "%s is not XMP that can be read (%s). Check that it is whole and the right file.",
              what,
              Reason.of(e)),
          e);
    }
  }

  /** What is ASCII in the beginning, whatever the encoding. */
  private static String toolkit(byte[] xmp) {
    String head =
        new String(xmp, 0, Math.min(HEAD, xmp.length), StandardCharsets.ISO_8859_1)
            .replace("\0", "");
    Matcher note = TOOLKIT.matcher(head);
    return note.find() ? note.group(1) : "";
  }

  /** The library that wrote the whole when it was read, or empty. */
  String toolkit() {
    return toolkit;
  }

  /** The whole as XML in UTF-8, without the wrapper that only embedded packets need. */
  byte[] bytes() throws FacesException {
    return bytes(new SerializeOptions().setOmitPacketWrapper(true));
  }

  /** The whole as a packet to be embedded, without room to grow in place. */
  byte[] packet() throws FacesException {
    return bytes(new SerializeOptions().setUseCompactFormat(true).setPadding(0));
  }

  private byte[] bytes(SerializeOptions options) throws FacesException {
    try {
      return XMPMetaFactory.serializeToBuffer(meta, options);
    } catch (XMPException e) {
      throw new FacesException("The XMP could not be written: " + Reason.of(e) + ".", e);
    }
  }

  /** The text at a path, if there is one. */
  Optional<String> text(XmpSpace space, String path) {
    try {
      XMPProperty found = meta.getProperty(space.uri(), path);
      return found == null || !found.getOptions().isSimple()
          ? Optional.empty()
          : Optional.ofNullable(found.getValue());
    } catch (XMPException e) {
      return Optional.empty(); // something else stands there
    }
  }

  /** The number at a path, if there is a finite one. */
  Optional<Double> number(XmpSpace space, String path) {
    return text(space, path)
        .flatMap(
            text -> {
              try {
                return Optional.of(Decimals.parse(text).doubleValue());
              } catch (IllegalArgumentException e) {
                return Optional.empty();
              }
            });
  }

  /** The text at a path in the language that it calls its default, or else in its first. */
  Optional<String> anyLanguage(XmpSpace space, String path) {
    return text(space, path).or(() -> text(space, path + "[1]"));
  }

  /** The texts of a bag or list. */
  List<String> texts(XmpSpace space, String path) {
    return IntStream.rangeClosed(1, count(space, path))
        .mapToObj(i -> text(space, path + "[" + i + "]"))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Number of elements of a bag or list; 0 where there is none. */
  int count(XmpSpace space, String path) {
    try {
      return meta.doesPropertyExist(space.uri(), path)
          ? meta.countArrayItems(space.uri(), path)
          : 0;
    } catch (XMPException e) {
      return 0; // no list
    }
  }

  void put(XmpSpace space, String path, String value) throws FacesException {
    try {
      meta.setProperty(space.uri(), path, value);
    } catch (XMPException e) {
      throw refused(path, e);
    }
  }

  /** Adds an element with parts to a list, which is made if there is none. */
  void append(XmpSpace space, String list) throws FacesException {
    try {
      meta.appendArrayItem(
          space.uri(),
          list,
          new PropertyOptions().setArray(true),
          null,
          new PropertyOptions().setStruct(true));
    } catch (XMPException e) {
      throw refused(list, e);
    }
  }

  void remove(XmpSpace space, String path) {
    meta.deleteProperty(space.uri(), path);
  }

  private static FacesException refused(String path, XMPException e) {
    return new FacesException(
        String.format(
            Locale.ROOT,
            "The XMP that is there has something else in the place of %s (%s), so faces cannot be"
                + " added to it.",
            path,
            Reason.of(e)),
        e);
  }
}
