package cloud.finfusion.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A JVM with a {@link LoadInstance}. */
final class LoadProcess {
  private final Process process;

  /** Before the number of permits of the local share. */
  static final String OF_SHARE = "of the local share: ";

  private List<Long> latencies = List.of();
  private long ofShare;

  private LoadProcess(Process process) {
    this.process = process;
  }

  /** Returns the instances, once all are ready, and lets them start. */
  static List<LoadProcess> startAll(List<LoadSettings> settings) {
    List<LoadProcess> started = settings.stream().map(LoadProcess::launch).toList();
    started.forEach(each -> each.await("ready"));
    Instant end = Instant.now().plusSeconds(LoadTest.SECONDS); // of all: the plan has no more
    started.forEach(each -> each.go(end));
    return started;
  }

  private static LoadProcess launch(LoadSettings settings) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.util.logging.config.file="
                    + System.getProperty("java.util.logging.config.file"),
                "-cp",
                System.getProperty("java.class.path"),
                LoadInstance.class.getName()));
    command.addAll(settings.arguments());
    try {
      return new LoadProcess(
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Returns the lines before this one. */
  private List<String> await(String last) {
    return process.inputReader().lines().takeWhile(line -> !line.equals(last)).toList();
  }

  private void go(Instant end) {
    try {
      process.outputWriter().write(end + "\n");
      process.outputWriter().flush();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  void killAfter(int seconds) {
    later(seconds, process::destroyForcibly);
  }

  static void later(int seconds, Runnable task) {
    CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS).execute(task);
  }

  /** Returns the microseconds that each permit took, once the instance is done. */
  List<Long> latencies() {
    if (latencies.isEmpty()) {
      List<String> lines = await("end");
      latencies =
          lines.stream().filter(line -> !line.startsWith(OF_SHARE)).map(Long::valueOf).toList();
      ofShare =
          lines.stream()
              .filter(line -> line.startsWith(OF_SHARE))
              .mapToLong(line -> Long.parseLong(line.substring(OF_SHARE.length())))
              .sum();
    }
    return latencies;
  }

  /** Returns how many of the permits were of the local share, as Redis did not respond in time. */
  long ofShare() {
    latencies();
    return ofShare;
  }

  static long percentile(List<LoadProcess> instances, double share) {
    List<Long> all = new ArrayList<>();
    instances.forEach(each -> all.addAll(each.latencies()));
    all.sort(null);
    return all.isEmpty() ? 0 : all.get((int) Math.ceil(all.size() * share) - 1);
  }
}
