package io.github.facesj.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import io.github.facesj.TestJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * A process that is stopped like by a debugger, at a moment that the test chooses, and killed there
 * (SIGKILL), so that nothing of it can tidy up. It runs {@link KilledWork}.
 */
final class KilledProcess {

  private static final String WORK = KilledWork.class.getName();
  private static final String BEGIN = "begin";
  private static final long LONGEST = Duration.ofMinutes(5).toMillis();

  private final long at;
  private final long delay;
  private final Optional<Callable<?>> meanwhile;
  private final List<String> passed = new ArrayList<>();
  private boolean begun;

  private KilledProcess(long at, long delay, Optional<Callable<?>> meanwhile) {
    this.at = at;
    this.delay = delay;
    this.meanwhile = meanwhile;
  }

  /**
   * How a process ended.
   *
   * @param killed whether it was, and did not come to its own end before
   * @param points the kill points it had passed, class and method
   */
  record End(boolean killed, List<String> points) {

    String where() {
      return points.get(points.size() - 1);
    }
  }

  /** Lets the work be done to its end. */
  static End whole(Path folder, String work) throws Exception {
    End end = killed(folder, work, Long.MAX_VALUE, 0);
    assertThat(end.killed()).isFalse();
    return end;
  }

  /**
   * Kills the process.
   *
   * @param at the kill point at which it is stopped, counted from 1
   * @param delay microseconds that it goes on from there, so that the kill is in the midst of what
   *     the point begins, not before it
   */
  static End killed(Path folder, String work, long at, long delay) throws Exception {
    return new KilledProcess(at, delay, Optional.empty()).run(folder, work);
  }

  /**
   * Stops the process in the midst of its work, and lets it go on to its end afterwards.
   *
   * @param at the kill point at which it is stopped
   * @param meanwhile done while it stands still
   */
  static void stopped(Path folder, String work, long at, Callable<?> meanwhile) throws Exception {
    End end = new KilledProcess(at, 0, Optional.of(meanwhile)).run(folder, work);
    assertThat(end.killed()).isFalse();
    assertThat(end.points()).hasSize((int) at);
  }

  private End run(Path folder, String work) throws Exception {
    ListeningConnector connector =
        Bootstrap.virtualMachineManager().listeningConnectors().stream()
            .filter(c -> c.name().equals("com.sun.jdi.SocketListen"))
            .findFirst()
            .orElseThrow();
    Map<String, Connector.Argument> arguments = connector.defaultArguments();
    arguments.get("localAddress").setValue("127.0.0.1");
    arguments.get("port").setValue("0");
    String address = connector.startListening(arguments);
    String debugger = "-agentlib:jdwp=transport=dt_socket,server=n,suspend=y,address=" + address;
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(
                TestJvm.command(List.of(debugger), KilledWork.class, folder.toString(), work))
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      VirtualMachine machine = accept(connector, arguments);
      boolean killed = watch(machine, process);
      assertThat(process.waitFor(LONGEST, TimeUnit.MILLISECONDS)).isTrue();
      if (!killed) {
        assertThat(process.exitValue()).as("%s:%n%s", work, Files.readString(out)).isZero();
      }
      return new End(killed, passed);
    } finally {
      process.destroyForcibly();
      connector.stopListening(arguments);
    }
  }

  private static VirtualMachine accept(
      ListeningConnector connector, Map<String, Connector.Argument> arguments)
      throws IOException, IllegalConnectorArgumentsException {
    arguments.get("timeout").setValue(String.valueOf(LONGEST));
    return connector.accept(arguments);
  }

  /**
   * @return whether the process was killed
   */
  private boolean watch(VirtualMachine machine, Process process) throws Exception {
    try {
      stopAt(machine, WORK, List.of(BEGIN));
      for (KillPoint point : KillPoint.ALL) {
        stopAt(machine, point.type(), point.methods());
      }
      while (true) {
        EventSet events = machine.eventQueue().remove();
        for (Event event : events) {
          if (event instanceof ClassPrepareEvent prepared) {
            prepared(machine, prepared.referenceType());
          } else if (event instanceof BreakpointEvent hit && isMoment(hit)) {
            if (meanwhile.isPresent()) {
              meanwhile.get().call();
              machine.eventRequestManager().deleteAllBreakpoints();
              continue;
            }
            if (delay > 0) {
              machine.resume();
              TimeUnit.MICROSECONDS.sleep(delay);
            }
            process.destroyForcibly();
            return true;
          } else if (event instanceof VMDeathEvent || event instanceof VMDisconnectEvent) {
            machine.resume();
            return false;
          }
        }
        events.resume();
      }
    } catch (VMDisconnectedException e) {
      return false; // it came to its end
    }
  }

  private void stopAt(VirtualMachine machine, String type, List<String> methods) {
    List<ReferenceType> there = machine.classesByName(type);
    if (there.isEmpty()) {
      var request = machine.eventRequestManager().createClassPrepareRequest();
      request.addClassFilter(type);
      request.enable();
    } else {
      there.forEach(t -> stopAt(machine, t, methods));
    }
  }

  private void prepared(VirtualMachine machine, ReferenceType type) {
    if (type.name().equals(WORK)) {
      stopAt(machine, type, List.of(BEGIN));
    }
    KillPoint.ALL.stream()
        .filter(point -> point.type().equals(type.name()))
        .forEach(point -> stopAt(machine, type, point.methods()));
  }

  private static void stopAt(VirtualMachine machine, ReferenceType type, List<String> methods) {
    for (String name : methods) {
      List<Method> all =
          type.methodsByName(name).stream().filter(m -> !m.isNative() && !m.isAbstract()).toList();
      assertThat(all).as("%s.%s", type.name(), name).isNotEmpty();
      all.forEach(
          m -> machine.eventRequestManager().createBreakpointRequest(m.location()).enable());
    }
  }

  private boolean isMoment(BreakpointEvent hit) {
    Method method = hit.location().method();
    if (method.name().equals(BEGIN)) {
      begun = true;
      return false;
    }
    if (!begun) {
      return false;
    }
    passed.add(method.declaringType().name() + "." + method.name());
    return passed.size() == at;
  }
}
