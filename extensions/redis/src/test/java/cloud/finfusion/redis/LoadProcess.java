package cloud.finfusion.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A JVM with a {@link LoadInstance}. */
final class LoadProcess {
  private final Process process;
  private List<Long> latencies = List.of();

  private LoadProcess(Process process) {
    this.process = process;
  }

  static LoadProcess start(RedisProcess redis, String kind, int lease, int seconds, int ahead) {
    try {
      LoadProcess started =
          new LoadProcess(
              new ProcessBuilder(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      "-Djava.util.logging.config.file="
                          + System.getProperty("java.util.logging.config.file"),
                      "-cp",
                      System.getProperty("java.class.path"),
                      LoadInstance.class.getName(),
                      Integer.toString(redis.port()),
                      kind,
                      Integer.toString(lease),
                      Integer.toString(seconds),
                      Integer.toString(ahead))
                  .redirectError(ProcessBuilder.Redirect.INHERIT)
                  .start());
      started.await("ready");
      return started;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Returns the lines before this one. */
  private List<String> await(String last) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = process.inputReader().readLine();
        line != null && !line.equals(last);
        line = process.inputReader().readLine()) {
      lines.add(line);
    }
    return lines;
  }

  void go() {
    try {
      process.outputWriter().write("go\n");
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
      try {
        latencies = await("end").stream().map(Long::valueOf).toList();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
    return latencies;
  }

  static long percentile(List<LoadProcess> instances, double share) {
    List<Long> all = new ArrayList<>();
    instances.forEach(each -> all.addAll(each.latencies()));
    all.sort(null);
    return all.isEmpty() ? 0 : all.get((int) Math.ceil(all.size() * share) - 1);
  }
}
