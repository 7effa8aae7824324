package io.github.facesj.photo;

import io.github.facesj.run.Progress;
import java.io.EOFException;
import java.io.InterruptedIOException;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Watches a decoder at work: stops it when the user wishes, and hears it say that data end early.
 */
final class DecoderWatch implements IIOReadWarningListener, IIOReadProgressListener {

  private final Progress progress;
  private boolean cut;
  private boolean stopped;

  DecoderWatch(ImageReader decoder, Progress progress) {
    this.progress = progress;
    decoder.addIIOReadWarningListener(this);
    decoder.addIIOReadProgressListener(this);
  }

  /**
   * @throws EOFException if data ended before the picture did
   * @throws InterruptedIOException if the decoder was stopped
   */
  void requireWhole() throws EOFException, InterruptedIOException {
    if (stopped) {
      throw new InterruptedIOException();
    }
    if (cut) {
      throw new EOFException();
    }
  }

  @Override
  public void warningOccurred(ImageReader source, String warning) {
    // libjpeg's "premature end of JPEG file" and "premature end of data segment".
    cut |= warning.toLowerCase(Locale.ROOT).contains("premature end");
  }

  @Override
  public void imageProgress(ImageReader source, float percent) {
    if (!stopped && progress.isCanceled()) {
      stopped = true;
      source.abort();
    }
  }

  @Override
  public void sequenceStarted(ImageReader source, int minIndex) {
    // of no interest
  }

  @Override
  public void sequenceComplete(ImageReader source) {
    // of no interest
  }

  @Override
  public void imageStarted(ImageReader source, int imageIndex) {
    // of no interest
  }

  @Override
  public void imageComplete(ImageReader source) {
    // of no interest
  }

  @Override
  public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {
    // of no interest
  }

  @Override
  public void thumbnailProgress(ImageReader source, float percent) {
    // of no interest
  }

  @Override
  public void thumbnailComplete(ImageReader source) {
    // of no interest
  }

  @Override
  public void readAborted(ImageReader source) {
    // requireWhole tells
  }
}
