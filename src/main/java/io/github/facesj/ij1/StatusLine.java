package io.github.facesj.ij1;

import ij.IJ;
import org.scijava.Context;
import org.scijava.app.event.StatusEvent;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;

/** Shows in ImageJ's status line and progress bar what commands tell SciJava's status service. */
final class StatusLine {

  StatusLine(Context context) {
    context.service(EventService.class).subscribe(this);
  }

  @EventHandler
  void onEvent(StatusEvent event) {
    if (event.isWarning()) {
      return; // the reason of a cancellation, which the bridge shows in a dialog
    }
    String message = event.getStatusMessage();
    if (message != null) {
      IJ.showStatus(message);
    }
    if (event.getProgressMaximum() > 0) {
      IJ.showProgress(event.getProgressValue(), event.getProgressMaximum());
    }
  }
}
