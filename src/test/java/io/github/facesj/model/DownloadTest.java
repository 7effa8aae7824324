package io.github.facesj.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.facesj.io.Hashes;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class DownloadTest {

  private static final int SIZE = 1_000_000;

  @TempDir Path folder;

  private final byte[] content = new byte[SIZE];
  private final AtomicReference<String> range = new AtomicReference<>();
  private HttpServer server;
  private ModelFile file;
  private Path target;
  private Path part;

  @BeforeEach
  void start() throws IOException {
    new Random(1).nextBytes(content);
    file = new ModelFile("net.onnx", "net.onnx", SIZE, sha256(content));
    target = folder.resolve("model").resolve("net.onnx");
    part = folder.resolve("model").resolve("net.onnx.part");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task);
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext("/file", this::ranged);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static String sha256(byte[] bytes) {
    var digest = Hashes.sha256();
    digest.update(bytes);
    return Hashes.hex(digest);
  }

  private void ranged(HttpExchange exchange) throws IOException {
    range.set(exchange.getRequestHeaders().getFirst("Range"));
    int from = 0;
    if (range.get() != null) {
      from = Integer.parseInt(range.get().replaceAll("\\D", ""));
      exchange
          .getResponseHeaders()
          .set("Content-Range", String.format(Locale.ROOT, "bytes %d-%d/%d", from, SIZE - 1, SIZE));
    }
    send(exchange, from == 0 ? 200 : 206, Arrays.copyOfRange(content, from, SIZE));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private URI at(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  private boolean fetch(String path, Progress progress) throws FacesException {
    return Download.fetch(at(path), file, target, progress);
  }

  private void assertRefused(String path, String... words) {
    assertThatThrownBy(() -> fetch(path, Progress.SILENT))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("net.onnx")
        .hasMessageContainingAll(words);
    assertThat(Files.exists(target)).isFalse();
  }

  @Test
  void fetchesAndReports() throws Exception {
    Watcher watcher = new Watcher(Long.MAX_VALUE);
    assertThat(fetch("/file", watcher)).isTrue();
    assertThat(target).hasBinaryContent(content);
    assertThat(part).doesNotExist();
    assertThat(watcher.done).isEqualTo(SIZE);
  }

  @Test
  void followsRedirects() throws Exception {
    server.createContext(
        "/moved",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/file");
          send(exchange, 302, new byte[0]);
        });
    assertThat(fetch("/moved", Progress.SILENT)).isTrue();
    assertThat(target).hasBinaryContent(content);
  }

  @Test
  void cancelKeepsThePartAndTheNextTimeGoesOn() throws Exception {
    assertThat(fetch("/file", new Watcher(SIZE / 3))).isFalse();
    assertThat(target).doesNotExist();
    long kept = Files.size(part);
    assertThat(kept).isBetween(SIZE / 3L, SIZE - 1L);
    assertThat(fetch("/file", Progress.SILENT)).isTrue();
    assertThat(range.get()).isEqualTo("bytes=" + kept + "-");
    assertThat(target).hasBinaryContent(content);
  }

  @Test
  void startsAgainWhereTheServerKnowsNoRanges() throws Exception {
    Files.createDirectories(part.getParent());
    Files.write(part, new byte[] {1, 2, 3});
    server.createContext("/whole", exchange -> send(exchange, 200, content));
    assertThat(fetch("/whole", Progress.SILENT)).isTrue();
    assertThat(target).hasBinaryContent(content);
  }

  @Test
  void truncatedBodyCanBeGoneOnWith() throws Exception {
    server.createContext(
        "/short", exchange -> send(exchange, 200, Arrays.copyOf(content, SIZE / 2)));
    assertRefused("/short", "ended after 500000 of 1000000 bytes", "again");
    assertThat(part).hasSize(SIZE / 2);
    assertThat(fetch("/file", Progress.SILENT)).isTrue();
    assertThat(target).hasBinaryContent(content);
  }

  @Test
  void brokenConnectionCanBeGoneOnWith() throws Exception {
    server.createContext(
        "/broken",
        exchange -> {
          exchange.sendResponseHeaders(200, SIZE);
          exchange.getResponseBody().write(content, 0, SIZE / 2);
          exchange.getResponseBody().flush();
          exchange.getHttpContext().getServer().stop(0);
        });
    assertRefused("/broken", "the connection broke");
  }

  @Test
  void wrongContentLeavesNothing() {
    byte[] wrong = content.clone();
    wrong[SIZE / 2]++;
    server.createContext("/wrong", exchange -> send(exchange, 200, wrong));
    assertRefused("/wrong", "SHA-256", "deleted");
    assertThat(part).doesNotExist();
  }

  @Test
  void wrongBeginningLeavesNothingAndTheNextTimeWorks() throws Exception {
    Files.createDirectories(part.getParent());
    Files.write(part, new byte[SIZE / 2]);
    assertRefused("/file", "SHA-256", "deleted");
    assertThat(part).doesNotExist();
    assertThat(fetch("/file", Progress.SILENT)).isTrue();
  }

  @Test
  void tooLargeAContentLeavesNothing() {
    server.createContext(
        "/large", exchange -> send(exchange, 200, Arrays.copyOf(content, SIZE + 1)));
    assertRefused("/large", "larger than 1000000 bytes");
    assertThat(part).doesNotExist();
  }

  @Test
  void statusOfTheServerIsTold() {
    server.createContext("/error", exchange -> send(exchange, 500, new byte[0]));
    assertRefused("/error", "status 500", "localhost");
    assertRefused("/nothing", "status 404", folder.toString());
  }

  @Test
  void noServerIsASentence() {
    URI nobody = at("/file");
    server.stop(0);
    assertThatThrownBy(() -> Download.fetch(nobody, file, target, Progress.SILENT))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("no connection");
  }

  @Test
  void cancelWorksWhileTheServerIsSilent() throws Exception {
    server.createContext(
        "/silent",
        exchange -> {
          exchange.sendResponseHeaders(200, SIZE);
          exchange.getResponseBody().write(content, 0, 1000);
          exchange.getResponseBody().flush();
        });
    assertThat(fetch("/silent", new Watcher(1))).isFalse();
    assertThat(part).hasSize(1000);
  }

  @Test
  void twoDownloadsOfOneFileDoNotMix() throws Exception {
    Files.createDirectories(part.getParent());
    try (FileChannel other =
            FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = other.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertRefused("/file", "already being downloaded");
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsASentence() throws Exception {
    Files.writeString(folder.resolve("model"), "a file where the folder should be");
    assertRefused("/file", "cannot be written", folder.toString());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void nothingIsFetchedIntoADevice() throws Exception {
    Files.createDirectories(part.getParent());
    Files.createSymbolicLink(part, Path.of("/dev/full"));
    assertRefused("/file", "is a device", "Choose another name");
    assertThat(part).isSymbolicLink(); // not FacesJ's to remove
  }

  /** Cancels when so many bytes have come. */
  private static final class Watcher implements Progress {
    private final long enough;
    private volatile long done;

    private Watcher(long enough) {
      this.enough = enough;
    }

    @Override
    public void at(long bytes, long total, String what) {
      assertThat(total).isEqualTo(SIZE);
      done = bytes;
    }

    @Override
    public boolean isCanceled() {
      return done >= enough;
    }

    @Override
    public void warn(Problem problem) {
      throw new AssertionError(problem);
    }
  }
}
