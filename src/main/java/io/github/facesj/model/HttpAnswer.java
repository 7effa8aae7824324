package io.github.facesj.model;

import io.github.facesj.run.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The answer of a server, read in such a way that one that has gone silent neither blocks the
 * caller nor keeps the user from cancelling.
 */
final class HttpAnswer implements AutoCloseable {

  /** The user asked to stop. */
  static final class Canceled extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static final int SILENCE_SECONDS = 60;
  private static final int POLL_MILLIS = 100;

  private final HttpResponse<InputStream> response;
  private final Progress progress;
  private final ExecutorService reader;

  private HttpAnswer(HttpResponse<InputStream> response, Progress progress) {
    this.response = response;
    this.progress = progress;
    this.reader =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "FacesJ download");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Asks for a file, following redirects.
   *
   * @param from first byte wanted; the server may send all of it nevertheless
   * @throws IOException if there is no answer; {@link Canceled} if the user asked to stop
   */
  static HttpAnswer get(URI address, long from, Progress progress) throws IOException {
    HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(SILENCE_SECONDS))
            .build();
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    if (from > 0) {
      request.header("Range", "bytes=" + from + "-");
    }
    CompletableFuture<HttpResponse<InputStream>> answer =
        client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    return new HttpAnswer(await(answer, progress), progress);
  }

  int status() {
    return response.statusCode();
  }

  /** Position in the file of the first byte of this answer. */
  long from() {
    String range = response.headers().firstValue("Content-Range").orElse("");
    return status() == 206 && range.matches("bytes \\d{1,18}-.*")
        ? Long.parseLong(range.substring(6, range.indexOf('-')))
        : 0;
  }

  /** Reads some bytes, as {@link InputStream#read(byte[])} does. */
  int read(byte[] buffer) throws IOException {
    return await(reader.submit(() -> response.body().read(buffer)), progress);
  }

  private static <T> T await(Future<T> future, Progress progress) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SILENCE_SECONDS);
    try {
      while (!progress.isCanceled()) {
        try {
          return future.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          if (System.nanoTime() > end) {
            throw new IOException(
                String.format(
                    Locale.ROOT, "the server sent nothing for %d seconds", SILENCE_SECONDS),
                e);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } finally {
      future.cancel(true);
    }
    throw new Canceled();
  }

  @Override
  public void close() throws IOException {
    reader.shutdownNow();
    response.body().close();
  }
}
