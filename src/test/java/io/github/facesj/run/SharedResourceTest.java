package io.github.facesj.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SharedResourceTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final AtomicInteger freed = new AtomicInteger();
  private final SharedResource<String, RuntimeException> shared =
      new SharedResource<>("it", it -> freed.incrementAndGet(), "It was closed.");

  @Test
  void theLastUserFreesItOnce() throws Exception {
    CountDownLatch inside = new CountDownLatch(2);
    CountDownLatch go = new CountDownLatch(1);
    CompletableFuture<String> first = user(inside, go);
    CompletableFuture<String> second = user(inside, go);
    inside.await();
    shared.close();
    assertThat(freed).hasValue(0);
    assertThat(shared.awaitFreed(Duration.ofMillis(1))).isFalse();
    assertThatThrownBy(() -> shared.use(it -> it))
        .isInstanceOf(FacesException.class)
        .hasMessage("It was closed.")
        .matches(e -> ((FacesException) e).isPassing());
    assertThat(freed).hasValue(0);
    go.countDown();
    assertThat(first.get() + second.get()).isEqualTo("itit");
    assertThat(shared.awaitFreed(LONG)).isTrue();
    shared.close();
    assertThat(freed).hasValue(1);
  }

  private CompletableFuture<String> user(CountDownLatch inside, CountDownLatch go) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return shared.use(
                it -> {
                  inside.countDown();
                  try {
                    go.await();
                  } catch (InterruptedException e) {
                    throw new FacesException("interrupted", e);
                  }
                  return it;
                });
          } catch (FacesException e) {
            throw new IllegalStateException(e);
          }
        },
        task -> new Thread(task).start());
  }

  @Test
  void whoClosesItWhileUsingItFinishesFirst() throws Exception {
    String end =
        shared.use(
            it -> {
              shared.close();
              assertThat(freed).hasValue(0);
              return shared.use(again -> again + " still");
            });
    assertThat(end).isEqualTo("it still");
    assertThat(freed).hasValue(1);
  }

  @Test
  void aFailingUserGivesItBack() throws Exception {
    assertThatThrownBy(
            () ->
                shared.use(
                    it -> {
                      throw new FacesException("bad");
                    }))
        .hasMessage("bad");
    shared.close();
    assertThat(freed).hasValue(1);
    assertThat(shared.awaitFreed(Duration.ZERO)).isTrue();
  }
}
