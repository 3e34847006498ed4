package cloud.finfusion.benchmarks.jmh;

import cloud.finfusion.model.EventPage;
import cloud.finfusion.model.PaymentPage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A page of 100 payments and one of 100 events, read and written by the models and, beside them, by
 * Gson and Jackson into classes of fields. The bars, of Gson: to read at most 1.5 times the bytes
 * and 1.3 times the time, to write at most 1.2 times the time. With {@code -Djmh="ReadAndWrite
 * -prof gc"} also in bytes.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Benchmark)
public class ReadAndWrite {
  private final Gson gson = Pojos.gson();
  private final ObjectMapper jackson = Pojos.jackson();

  private final String payments = Documents.payments();
  private final PaymentPage paymentModels = PaymentPage.fromJson(payments);
  private final Pojos.PaymentPage paymentPojos = gson.fromJson(payments, Pojos.PaymentPage.class);

  private final String events = Documents.events();
  private final EventPage eventModels = EventPage.fromJson(events);
  private final Pojos.EventPage eventPojos = gson.fromJson(events, Pojos.EventPage.class);

  /** The models. */
  @Benchmark
  public Object readPaymentsOurs() {
    return PaymentPage.fromJson(payments);
  }

  /** Gson. */
  @Benchmark
  public Object readPaymentsGson() {
    return gson.fromJson(payments, Pojos.PaymentPage.class);
  }

  /** Jackson. */
  @Benchmark
  public Object readPaymentsJackson() throws JsonProcessingException {
    return jackson.readValue(payments, Pojos.PaymentPage.class);
  }

  /** The models. */
  @Benchmark
  public Object readEventsOurs() {
    return EventPage.fromJson(events);
  }

  /** Gson. */
  @Benchmark
  public Object readEventsGson() {
    return gson.fromJson(events, Pojos.EventPage.class);
  }

  /** Jackson. */
  @Benchmark
  public Object readEventsJackson() throws JsonProcessingException {
    return jackson.readValue(events, Pojos.EventPage.class);
  }

  /** The models. */
  @Benchmark
  public String writePaymentsOurs() {
    return paymentModels.toJson();
  }

  /** Gson. */
  @Benchmark
  public String writePaymentsGson() {
    return gson.toJson(paymentPojos);
  }

  /** Jackson. */
  @Benchmark
  public String writePaymentsJackson() throws JsonProcessingException {
    return jackson.writeValueAsString(paymentPojos);
  }

  /** The models. */
  @Benchmark
  public String writeEventsOurs() {
    return eventModels.toJson();
  }

  /** Gson. */
  @Benchmark
  public String writeEventsGson() {
    return gson.toJson(eventPojos);
  }

  /** Jackson. */
  @Benchmark
  public String writeEventsJackson() throws JsonProcessingException {
    return jackson.writeValueAsString(eventPojos);
  }
}
