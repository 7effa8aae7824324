package io.github.facesj.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import org.junit.jupiter.api.Test;

/** What lies with the machine or the moment is told apart from what lies with the input. */
class FacesExceptionTest {

  @Test
  void damagedInputStaysDamaged() {
    assertFalse(new FacesException("The file a.jpg is damaged.").isPassing());
    assertFalse(new FacesException("The file is damaged.", new IOException("bad")).isPassing());
    assertFalse(new FacesException("The file is damaged.", null).isPassing());
  }

  @Test
  void passingTroubleStaysPassingWhateverItIsWrappedInto() {
    FacesException closed = FacesException.passing("The model was closed.");
    assertTrue(closed.isPassing());
    assertTrue(new FacesException("The photo a.jpg failed.", closed).isPassing());
    assertTrue(
        new FacesException("The photo failed.", new RuntimeException(new Exception(closed)))
            .isPassing());
  }

  @Test
  void memoryAndInterruptsArePassing() {
    assertTrue(new FacesException("No memory.", new OutOfMemoryError()).isPassing());
    assertTrue(new FacesException("x", new RuntimeException(new OutOfMemoryError())).isPassing());
    assertTrue(new FacesException("Stopped.", new InterruptedException()).isPassing());
    assertTrue(new FacesException("Stopped.", new ClosedByInterruptException()).isPassing());
  }
}
