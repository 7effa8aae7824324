package io.github.facesj.fiji.command;

import io.github.facesj.fiji.FacesService;
import io.github.facesj.fiji.command.collection.IndexFolder;
import io.github.facesj.fiji.command.faces.DetectInFolder;
import io.github.facesj.fiji.command.pictures.AnonymiseFolder;
import io.github.facesj.fiji.run.CommandRun;
import io.github.facesj.fiji.run.RunService;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/**
 * Starts a command on a folder and takes something away from it in the middle. A program of its
 * own, because what goes wrong here takes the Java machine along.
 */
final class Quit {

  private static final Map<String, Class<? extends Command>> COMMANDS =
      Map.of(
          "index", IndexFolder.class,
          "detect", DetectInFolder.class,
          "anonymise", AnonymiseFolder.class);

  private Quit() {}

  /**
   * @param args command, folder, output, after how many photos, and what happens then
   */
  public static void main(String[] args) throws Exception {
    Context context = new Context();
    String output = args[0].equals("index") ? "archive" : "output";
    Future<CommandModule> command =
        context
            .service(CommandService.class)
            .run(COMMANDS.get(args[0]), true, "input", args[1], output, args[2]);
    RunService runs = context.service(RunService.class);
    // Not the scan for files that were moved, which comes before the photos.
    while (done(runs.running()) < Integer.parseInt(args[3]) && !command.isDone()) {
      Thread.sleep(5);
    }
    long start = System.nanoTime();
    switch (args[4]) {
      case "dispose" -> context.dispose();
      case "exit" -> System.exit(0);
      case "stop" -> runs.stopAll();
      default -> {
        for (String model : List.of("facesj-detector", "facesj-embedder", "facesj-landmarks68")) {
          context.service(FacesService.class).forget(model);
        }
      }
    }
    System.out.printf(Locale.ROOT, "TOOK %d ms%n", (System.nanoTime() - start) / 1_000_000);
    CommandModule module = command.get(60, TimeUnit.SECONDS);
    System.out.printf(Locale.ROOT, "ENDED after %d ms%n", (System.nanoTime() - start) / 1_000_000);
    System.out.println("REASON " + module.getCancelReason());
    System.out.println("REPORT " + module.getOutput("report"));
    System.exit(0);
  }

  private static long done(List<CommandRun> runs) {
    return runs.stream()
        .map(CommandRun::step)
        .filter(step -> !step.what().startsWith("Looking"))
        .mapToLong(CommandRun.Step::done)
        .max()
        .orElse(0);
  }
}
