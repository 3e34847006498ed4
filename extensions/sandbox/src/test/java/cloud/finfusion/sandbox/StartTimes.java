package cloud.finfusion.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.spec.Operation;
import cloud.finfusion.sandbox.internal.spec.Spec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;

/**
 * The program of {@code -Drun=sandbox-start}: how long a sandbox takes from its start to the first
 * response, in new JVMs and in one that has started others, and the check of a payment.
 */
final class StartTimes {
  private static final int JVMS = 9;
  private static final int FURTHER = 20;
  private static final int CHECKS = 20_000;
  private static final String PAYMENT =
      """
      {"amount": {"value": 1000, "currency": "USD"}, "payment_method": {"type": "card",
        "card": {"number": "4242424242424242", "exp_month": 12, "exp_year": 2034, "cvc": "123"}}}""";

  private StartTimes() {}

  /** Measures in this JVM if there is an argument, else in new ones. */
  public static void main(String[] args) throws Exception {
    if (args.length > 0) {
      measure();
      return;
    }
    List<Times> all = new ArrayList<>();
    for (int i = 0; i < JVMS; i++) {
      all.add(ofNewJvm());
    }
    System.out.printf("%d JVMs, medians, ms from Sandbox.start() to the first response%n", JVMS);
    System.out.printf("first start       %7.1f%n", median(all, Times::first));
    System.out.printf("  from JVM's start%7.1f%n", median(all, Times::withJvm));
    System.out.printf("further starts    %7.1f%n", median(all, Times::further));
    System.out.printf("check of a payment%9.3f%n", median(all, Times::check));
  }

  private static Times ofNewJvm() throws IOException {
    long start = System.nanoTime();
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--class-path",
                System.getProperty("java.class.path"),
                StartTimes.class.getName(),
                "measure")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = jvm.inputReader(UTF_8)) {
      double first = Double.parseDouble(lines.readLine());
      double withJvm = millisSince(start);
      return new Times(
          first,
          withJvm,
          Double.parseDouble(lines.readLine()),
          Double.parseDouble(lines.readLine()));
    }
  }

  private static void measure() throws Exception {
    System.out.println(millis(StartTimes::startAndCall));
    List<Double> further = new ArrayList<>();
    for (int i = 0; i < FURTHER; i++) {
      further.add(millis(StartTimes::startAndCall));
    }
    System.out.println(median(further, Double::doubleValue));
    checkPayments();
    System.out.println(millis(StartTimes::checkPayments) / CHECKS);
  }

  private static int startAndCall() throws IOException {
    try (Sandbox sandbox = Sandbox.start()) {
      HttpURLConnection call =
          (HttpURLConnection) sandbox.baseUri().resolve("/v2/payments").toURL().openConnection();
      call.setRequestProperty("Authorization", "Bearer " + sandbox.apiKey());
      call.setRequestProperty("Content-Type", "application/json");
      call.setDoOutput(true);
      try (OutputStream body = call.getOutputStream()) {
        body.write(PAYMENT.getBytes(UTF_8));
      }
      if (call.getResponseCode() != 200) {
        throw new IllegalStateException("The status is " + call.getResponseCode());
      }
      return call.getResponseCode();
    }
  }

  private static int checkPayments() {
    Operation operation = Spec.bundled().operation("createPayment").orElseThrow();
    ApiRequest request =
        new ApiRequest(
            operation.method(),
            operation.path().toString(),
            "",
            Map.of(),
            Map.of("content-type", List.of("application/json"), "idempotency-key", List.of("k")),
            PAYMENT);
    for (int i = 0; i < CHECKS; i++) {
      Spec.bundled().validation().check(operation, request);
    }
    return CHECKS;
  }

  private static double millis(Callable<Integer> work) throws Exception {
    long start = System.nanoTime();
    work.call();
    return millisSince(start);
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static <T> double median(List<T> all, ToDoubleFunction<T> time) {
    double[] sorted = all.stream().mapToDouble(time).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private record Times(double first, double withJvm, double further, double check) {}
}
