package io.github.facesj.model;

import io.github.facesj.io.FileKind;
import io.github.facesj.io.Hashes;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * Fetches one file of a model. Until it is complete and its SHA-256 is right it is called {@code
 * NAME.part}; what is left of a broken or cancelled download is gone on with the next time.
 */
final class Download {

  /** End of the name of a file that is not complete yet. */
  static final String PART = ".part";

  /** Names in the folder of a model are those of its card, whatever version of it was there. */
  private static final FileKind WEIGHTS = FileKind.kept("a file of a model");

  private static final int BUFFER = 1 << 16;

  private final URI address;
  private final ModelFile file;
  private final Path target;
  private final Path part;
  private final Progress progress;

  private Download(URI address, ModelFile file, Path target, Progress progress) {
    this.address = address;
    this.file = file;
    this.target = target;
    this.part = target.resolveSibling(target.getFileName() + PART);
    this.progress = progress;
  }

  /**
   * Fetches a file.
   *
   * @param target its path when it is complete
   * @param progress told the bytes
   * @return whether it is complete; false if the user asked to stop
   * @throws FacesException if it could not be fetched
   */
  static boolean fetch(URI address, ModelFile file, Path target, Progress progress)
      throws FacesException {
    Download download = new Download(address, file, target, progress);
    WriteGuard.none().require(target, WEIGHTS);
    WriteGuard.none().require(download.part, WEIGHTS);
    try {
      Files.createDirectories(target.getParent());
      return download.fill() && download.finish();
    } catch (IOException e) {
      throw download.diskTrouble(e);
    }
  }

  private boolean fill() throws FacesException, IOException {
    try (FileChannel channel =
            FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        throw busy(null);
      }
      long have = channel.size() <= file.size() ? channel.size() : 0;
      return have == file.size() || receive(channel, have);
    } catch (OverlappingFileLockException e) {
      throw busy(e);
    }
  }

  private boolean receive(FileChannel channel, long have) throws FacesException, IOException {
    try (HttpAnswer answer = ask(have)) {
      long done = answer.from();
      if (done > have) {
        throw broken("it sent another part of the file than was asked for", null);
      }
      long free = Files.getFileStore(part).getUsableSpace();
      if (free < file.size() - have) {
        throw diskTrouble(new IOException("there are only " + free + " bytes free"));
      }
      channel.truncate(done).position(done);
      byte[] buffer = new byte[BUFFER];
      for (int n = read(answer, buffer); n >= 0; n = read(answer, buffer)) {
        done += n;
        if (done > file.size()) {
          Files.delete(part);
          throw notTheFile(String.format(Locale.ROOT, "it is larger than %d bytes", file.size()));
        }
        for (ByteBuffer chunk = ByteBuffer.wrap(buffer, 0, n); chunk.hasRemaining(); ) {
          channel.write(chunk);
        }
        progress.at(done, file.size(), file.name());
      }
      if (done < file.size()) {
        throw broken(
            String.format(Locale.ROOT, "it ended after %d of %d bytes", done, file.size()), null);
      }
      return true;
    } catch (HttpAnswer.Canceled e) {
      return false;
    }
  }

  private HttpAnswer ask(long have) throws FacesException, HttpAnswer.Canceled {
    try {
      HttpAnswer answer = HttpAnswer.get(address, have, progress);
      if (answer.status() == 200 || (answer.status() == 206 && have > 0)) {
        return answer;
      }
      try (answer) {
        throw new FacesException(
            String.format(
                Locale.ROOT,
                "The server %s has no file for %s: it answered with status %d to %s. Try again"
                    + " later, or put the file into %s by hand.",
                address.getHost(),
                file.name(),
                answer.status(),
                address,
                target.getParent()));
      }
    } catch (HttpAnswer.Canceled e) {
      throw e;
    } catch (IOException e) {
      throw broken(String.format(Locale.ROOT, "there is no connection (%s)", reason(e)), e);
    }
  }

  private int read(HttpAnswer answer, byte[] buffer) throws FacesException, HttpAnswer.Canceled {
    try {
      return answer.read(buffer);
    } catch (HttpAnswer.Canceled e) {
      throw e;
    } catch (IOException e) {
      throw broken(String.format(Locale.ROOT, "the connection broke (%s)", reason(e)), e);
    }
  }

  private boolean finish() throws FacesException, IOException {
    String sha256 = Hashes.of(part);
    if (!sha256.equals(file.sha256())) {
      Files.delete(part);
      throw notTheFile(
          String.format(Locale.ROOT, "its SHA-256 is %s instead of %s", sha256, file.sha256()));
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return true;
  }

  private FacesException broken(String what, Exception cause) {
    return new FacesException(
        String.format(
            Locale.ROOT,
            "The download of %s from %s did not finish: %s. Download it again; what has arrived is"
                + " kept.",
            file.name(),
            address,
            what),
        cause);
  }

  private FacesException notTheFile(String why) {
    return new FacesException(
        String.format(
            Locale.ROOT,
            "What %s sent is not the file %s: %s. It was deleted. A proxy or a changed server may"
                + " be the cause.",
            address,
            file.name(),
            why));
  }

  private FacesException busy(Exception cause) {
    return new FacesException(
        String.format(
            Locale.ROOT,
            "The file %s is already being downloaded. Wait until that has ended.",
            part),
        cause);
  }

  private FacesException diskTrouble(IOException e) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException suppressed) {
      e.addSuppressed(suppressed);
    }
    return new FacesException(
        String.format(
            Locale.ROOT,
            "The file %s (%d bytes) cannot be written: %s. Make room or choose another folder with"
                + " -D%s=DIR.",
            target,
            file.size(),
            reason(e),
            ModelStore.PROPERTY),
        e);
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
  }
}
