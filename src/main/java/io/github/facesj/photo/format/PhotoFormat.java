package io.github.facesj.photo.format;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.pnm.PNMImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageReaderWriterSpi;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.spi.ServiceRegistry;

/**
 * The kinds of files that can be read, known by their first bytes and never by their names. Readers
 * are asked for one by one, because the common list of ImageIO depends on what other plugins of a
 * Fiji have put there.
 */
public enum PhotoFormat {
  JPEG("\u00ff\u00d8\u00ff"),
  PNG("\u0089PNG\r\n\u001a\n"),
  TIFF("II\\*\0|MM\0\\*|II\\+\0|MM\0\\+"),
  WEBP("RIFF....WEBP"),
  BMP("BM"),
  GIF("GIF8[79]a"),
  PNM("P[1-6][\\s#]");

  /** Number of bytes needed to tell the formats apart. */
  public static final int HEAD = 12;

  private final Pattern start;

  PhotoFormat(String start) {
    this.start = Pattern.compile(start, Pattern.DOTALL);
  }

  /** The format of a file that begins with these bytes, if it is one of ours. */
  public static Optional<PhotoFormat> of(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return Arrays.stream(values()).filter(f -> f.start.matcher(text).lookingAt()).findFirst();
  }

  /** A new reader, without input. */
  public ImageReader reader() throws IOException {
    return switch (this) {
      case JPEG, PNG, BMP, GIF -> ofJdk(this).createReaderInstance();
      case TIFF -> new TIFFImageReaderSpi().createReaderInstance(null);
      case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
      case PNM -> new PNMImageReaderSpi().createReaderInstance(null);
    };
  }

  /** A new reader for JPEG of four components (CMYK, YCCK), which the JDK's cannot do. */
  public static ImageReader cmykJpegReader() throws IOException {
    ServiceRegistry own = new ServiceRegistry(List.<Class<?>>of(ImageReaderSpi.class).iterator());
    own.registerServiceProvider(ofJdk(JPEG), ImageReaderSpi.class);
    JPEGImageReaderSpi cmyk = new JPEGImageReaderSpi();
    own.registerServiceProvider(cmyk, ImageReaderSpi.class);
    return cmyk.createReaderInstance(null);
  }

  /** A new writer for JPEG, the JDK's own. */
  public static ImageWriter jpegWriter() throws IOException {
    return ofJdk(JPEG, ImageWriterSpi.class).createWriterInstance();
  }

  private static ImageReaderSpi ofJdk(PhotoFormat format) throws IOException {
    return ofJdk(format, ImageReaderSpi.class);
  }

  private static <T extends ImageReaderWriterSpi> T ofJdk(PhotoFormat format, Class<T> kind)
      throws IOException {
    Iterator<T> all = IIORegistry.getDefaultInstance().getServiceProviders(kind, false);
    while (all.hasNext()) {
      T spi = all.next();
      if (spi.getClass().getModule() == ImageIO.class.getModule()
          && Arrays.asList(spi.getFormatNames()).contains(format.name())) {
        return spi;
      }
    }
    throw new IOException("this Java knows no " + format);
  }
}
