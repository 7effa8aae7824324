package io.github.facesj.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The one rule for an item that fails, thrown at with everything there is. */
class OrderedWorkTest {

  private static final int ITEMS = 40;

  /** What can go wrong with an item. */
  enum Kind {
    FINE,
    UNREADABLE,
    GONE,
    MISTAKE,
    WRONG_REQUEST,
    NO_MEMORY,
    MEMORY_WITHIN,
    TOO_DEEP,
    NOT_LINKED,
    INTERNAL,
    ASSERTION,
    UNCHECKED,
    NETWORK;

    String work(int item) throws FacesException {
      switch (this) {
        case FINE -> {
          return "result " + item;
        }
        case UNREADABLE -> throw new FacesException("The file " + item + " is damaged.");
        case GONE -> throw FacesException.passing("There is no file " + item + ".");
        case MISTAKE -> throw new NullPointerException("x");
        case WRONG_REQUEST -> throw new IllegalArgumentException("x");
        case NO_MEMORY -> throw new OutOfMemoryError("Java heap space");
        case MEMORY_WITHIN -> throw new IllegalStateException(new OutOfMemoryError());
        case TOO_DEEP -> throw new StackOverflowError();
        case NOT_LINKED -> throw new NoClassDefFoundError("a/B");
        case INTERNAL -> throw new InternalError("a fault occurred in a memory access");
        case ASSERTION -> throw new AssertionError("x");
        case UNCHECKED -> throw new UncheckedIOException(new java.io.IOException("gone"));
        default -> throw FacesException.passing("The network " + item + " cannot be run.");
      }
    }

    boolean isTheItems() {
      return this == UNREADABLE;
    }
  }

  @Provide
  Arbitrary<Map<Integer, Kind>> faults() {
    return Arbitraries.maps(
            Arbitraries.integers().between(0, ITEMS - 1), Arbitraries.of(Kind.class))
        .ofMaxSize(12);
  }

  @Property(tries = 150)
  void theOthersAreAsInARunWithoutFaults(
      @ForAll("faults") Map<Integer, Kind> faults, @ForAll @IntRange(min = 1, max = 4) int threads)
      throws Exception {
    Map<Integer, WorkResult<String>> results = new HashMap<>();
    List<Integer> order = new ArrayList<>();
    Map<Integer, AtomicInteger> tries = new ConcurrentHashMap<>();
    boolean complete =
        new OrderedWork<>(Object::new, threads)
            .each(
                IntStream.range(0, ITEMS).iterator(),
                (tool, item, stop) -> {
                  tries.computeIfAbsent(item, i -> new AtomicInteger()).incrementAndGet();
                  return faults.getOrDefault(item, Kind.FINE).work(item);
                },
                (item, result) -> {
                  order.add(item);
                  results.put(item, result);
                },
                Progress.SILENT);
    assertThat(complete).isTrue();
    assertThat(order).isEqualTo(IntStream.range(0, ITEMS).boxed().toList());
    for (int i = 0; i < ITEMS; i++) {
      Kind kind = faults.getOrDefault(i, Kind.FINE);
      if (kind == Kind.FINE) {
        assertThat(results.get(i).value()).contains("result " + i);
        continue;
      }
      Fault fault = results.get(i).fault().orElseThrow();
      assertThat(fault.isPassing()).isNotEqualTo(kind.isTheItems());
      assertThat(tries.get(i)).hasValue(kind.isTheItems() ? 1 : 2);
      assertThat(fault.sentence()).endsWith(".").doesNotContainPattern("[a-z]\\.[a-z]+\\.[A-Z]");
      assertThat(Fault.of(fault.exception()).reach()).isEqualTo(fault.reach());
    }
  }

  @Property(tries = 60)
  void aSinkThatIsFullEndsTheRunWithItsSentence(
      @ForAll @IntRange(min = 0, max = ITEMS - 1) int full,
      @ForAll @IntRange(min = 1, max = 4) int threads) {
    List<Integer> kept = new ArrayList<>();
    assertThatThrownBy(
            () ->
                new OrderedWork<>(Object::new, threads)
                    .each(
                        IntStream.range(0, ITEMS).iterator(),
                        (tool, item, stop) -> item,
                        (item, result) -> {
                          if (item == full) {
                            throw FacesException.passing("The disk is full.");
                          }
                          kept.add(item);
                        },
                        Progress.SILENT))
        .isInstanceOf(FacesException.class)
        .hasMessage("The disk is full.");
    assertThat(kept).isEqualTo(IntStream.range(0, full).boxed().toList());
  }

  @Property(tries = 60)
  void whatMeetsEveryItemEndsTheRunWithOneSentence(
      @ForAll @IntRange(min = 0, max = ITEMS - 1) int at,
      @ForAll @IntRange(min = 1, max = 4) int threads) {
    List<Integer> kept = new ArrayList<>();
    assertThatThrownBy(
            () ->
                new OrderedWork<>(Object::new, threads)
                    .each(
                        IntStream.range(0, ITEMS).iterator(),
                        (tool, item, stop) -> {
                          if (item >= at) {
                            throw FacesException.endingTheRun("The network was closed.");
                          }
                          return item;
                        },
                        (item, result) -> kept.add(item),
                        Progress.SILENT))
        .isInstanceOf(FacesException.class)
        .hasMessage("The network was closed.");
    assertThat(kept).isEqualTo(IntStream.range(0, at).boxed().toList());
  }

  @Test
  void theSameFaultAgainAndAgainEndsTheRunButNotWhereFilesOrMemoryAreToBlame() throws Exception {
    assertThat(failing(item -> "The network cannot be run.")).isEqualTo(20);
    assertThat(failing(item -> "The file " + item + " is not there.")).isEqualTo(100);
    assertThat(failing(item -> Fault.NO_MEMORY)).isEqualTo(100);
  }

  /** How many of a hundred items are tried. */
  private static int failing(java.util.function.IntFunction<String> sentence) throws Exception {
    int[] tried = {0};
    try {
      new OrderedWork<>(Object::new, 2)
          .each(
              IntStream.range(0, 100).iterator(),
              (tool, item, stop) -> {
                throw FacesException.passing(sentence.apply(item));
              },
              (item, result) -> tried[0]++,
              Progress.SILENT);
    } catch (FacesException e) {
      assertThat(e).hasMessageContaining("20 photos").hasMessageContaining("in the same way");
    }
    return tried[0];
  }

  @Test
  void aToolInWhichSomethingUnforeseenHappenedIsNotUsedAgain() throws Exception {
    List<Integer> used = new ArrayList<>();
    AtomicInteger made = new AtomicInteger();
    new OrderedWork<>(made::incrementAndGet, 1)
        .each(
            IntStream.range(0, 4).iterator(),
            (tool, item, stop) -> {
              used.add(tool);
              if (item == 1) {
                throw new FacesException("The file is damaged.");
              }
              if (item == 2) {
                throw new IllegalStateException();
              }
              return item;
            },
            (item, result) -> {},
            Progress.SILENT);
    assertThat(used).containsExactly(1, 1, 1, 2, 3);
  }

  @Test
  void nothingOfACancelledItemIsUsed() throws Exception {
    RunWatch watch =
        new RunWatch() {
          private volatile boolean stop;

          @Override
          public void at(long done, long total, String what) {
            stop = true;
          }

          @Override
          public boolean isCanceled() {
            return stop;
          }
        };
    List<Integer> kept = new ArrayList<>();
    boolean complete =
        new OrderedWork<>(Object::new, 1)
            .each(
                IntStream.range(0, 10).iterator(),
                (tool, item, stop) -> {
                  if (item == 3) {
                    watch.at(3, 10, "");
                  }
                  return item;
                },
                (item, result) -> kept.add(item),
                watch);
    assertThat(complete).isFalse();
    assertThat(kept).doesNotContain(3).hasSizeLessThan(4);
  }
}
