package io.github.facesj.fiji.command.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.measure.ResultsTable;
import io.github.facesj.Needs;
import io.github.facesj.model.ModelStore;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** The command with FSA-Net, against the reference's angles for the same photo and detector. */
@Tag("real")
class NetworkPoseTest {

  @Test
  void givesTheAnglesOfTheReference() throws Exception {
    Path photo = Needs.shared("reference-outputs/photos/obama.jpg");
    Path models = Needs.shared("models");
    String before = System.getProperty(ModelStore.PROPERTY);
    System.setProperty(ModelStore.PROPERTY, models.toString());
    try (Context context = new Context()) {
      CommandModule done =
          context
              .service(CommandService.class)
              .run(
                  FindLandmarks.class,
                  true,
                  "image",
                  IJ.openImage(photo.toString()),
                  "model",
                  "yunet",
                  "pose",
                  "fsanet",
                  "table",
                  false)
              .get();
      assertThat(done.getCancelReason()).isNull();
      ResultsTable table = (ResultsTable) done.getOutput("found");
      // headpose.csv: yaw 1.9978 to the image's left, pitch -6.9571, roll 1.2412
      assertThat(table.getValue("yaw", 0)).isCloseTo(-1.9978, within(0.5));
      assertThat(table.getValue("pitch", 0)).isCloseTo(-6.9571, within(0.5));
      assertThat(table.getValue("roll", 0)).isCloseTo(1.2412, within(0.5));
    } finally {
      if (before == null) {
        System.clearProperty(ModelStore.PROPERTY);
      } else {
        System.setProperty(ModelStore.PROPERTY, before);
      }
    }
  }
}
