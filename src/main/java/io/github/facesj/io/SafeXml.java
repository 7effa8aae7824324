package io.github.facesj.io;

import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.w3c.dom.Document;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * XML that somebody else wrote: no document type, therefore no entities and nothing fetched, and
 * nested no deeper than photo programs do. Whoever reads it afterwards by recursion is safe.
 */
public final class SafeXml {

  /** Regions lie 12 deep, develop settings of Lightroom up to some 30. */
  private static final int DEEPEST = 100;

  /** A thousand faces take some 30,000. */
  private static final int MOST_ELEMENTS = 1_000_000;

  private SafeXml() {}

  /**
   * Checks XML by walking through it, without building anything.
   *
   * @param what the file, to begin a sentence with
   * @throws FacesException if it is none, has a document type, or is nested absurdly
   */
  public static void check(String what, byte[] xml) throws FacesException {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.newSAXParser().parse(new ByteArrayInputStream(xml), new Depth());
    } catch (SAXException | IOException e) {
      throw broken(what, e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("Every Java can read XML safely.", e);
    }
  }

  /**
   * Reads XML as a tree.
   *
   * @throws FacesException as {@link #check}
   */
  public static Document tree(String what, byte[] xml) throws FacesException {
    check(what, xml);
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    } catch (SAXException | IOException e) {
      throw broken(what, e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("Every Java can read XML safely.", e);
    }
  }

  /**
   * @throws IllegalArgumentException if a text holds characters that XML cannot
   */
  public static String text(String what, String text) {
    boolean fits =
        text.codePoints()
            .allMatch(
                c ->
                    c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c < 0xd800)
                        || (c >= 0xe000 && c <= 0xfffd)
                        || c >= 0x10000);
    if (!fits) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s \"%s\" has characters that XML cannot hold. Rename it, or use another format.",
              what,
              text.replaceAll("\\p{Cntrl}", "?")));
    }
    return text;
  }

  private static FacesException broken(String what, Exception e) {
    return new FacesException(
        String.format(
            Locale.ROOT,
            "%s is not XML that can be read safely (%s). Check that it is whole and the right"
                + " file.",
            what,
            Reason.of(e)),
        e);
  }

  /** Counts, and fetches nothing. */
  private static final class Depth extends DefaultHandler {
    private int depth;
    private int elements;

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes)
        throws SAXException {
      if (++depth > DEEPEST || ++elements > MOST_ELEMENTS) {
        throw new SAXException(
            String.format(
                Locale.ROOT,
                "it has more than %d elements, or more than %d within each other",
                MOST_ELEMENTS,
                DEEPEST));
      }
    }

    @Override
    public void endElement(String uri, String local, String name) {
      depth--;
    }

    @Override
    public InputSource resolveEntity(String publicId, String systemId) {
      return new InputSource(new StringReader(""));
    }
  }
}
