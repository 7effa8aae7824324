package io.github.facesj.fiji.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.run.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.app.event.StatusEvent;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.log.LogService;

class StatusProgressTest {

  /** Listens to the status bar. */
  public static final class Watcher {
    final List<StatusEvent> events = Collections.synchronizedList(new ArrayList<>());

    @EventHandler
    public void onEvent(StatusEvent event) {
      events.add(event);
    }

    boolean hasSeen(int value) {
      synchronized (events) {
        return events.stream()
            .anyMatch(
                e ->
                    e.getProgressValue() == value
                        && e.getProgressMaximum() == 1000
                        && e.getStatusMessage().equals("photo " + value));
      }
    }
  }

  @Test
  void speaksRarelyButSaysTheEnd() throws Exception {
    try (Context context = new Context(StatusService.class, LogService.class, EventService.class)) {
      Watcher watcher = new Watcher();
      List<?> subscription = context.service(EventService.class).subscribe(watcher);
      assertThat(subscription).isNotEmpty();
      List<String> log = Collections.synchronizedList(new ArrayList<>());
      LogService logs = context.service(LogService.class);
      logs.addLogListener(message -> log.add(message.text()));
      StatusProgress progress =
          new StatusProgress(context.service(StatusService.class), logs, () -> true);
      for (int i = 0; i <= 1000; i++) {
        progress.at(i, 1000, "photo " + i);
      }
      progress.warn(new Problem("a.jpg", "It is empty."));
      for (int wait = 0; wait < 500 && !watcher.hasSeen(1000); wait++) {
        Thread.sleep(20);
      }
      assertThat(watcher.hasSeen(1000)).as("the end").isTrue();
      assertThat(watcher.events.size()).as("events for 1001 steps").isLessThan(100);
      assertThat(log).contains("a.jpg: It is empty.");
      assertThat(progress.isCanceled()).isTrue();
    }
  }
}
