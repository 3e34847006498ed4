package cloud.finfusion.micrometer;

import cloud.finfusion.error.Outcome;
import cloud.finfusion.metrics.AttemptRecord;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.metrics.CallRecord.Result;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/** The meters of one operation of one client. Thread-safe. */
final class OperationMeters {
  private static final int MOST = 50;

  private final ClientMeterRegistry registry;
  private final String operation;
  private final boolean detailed;

  private final Map<Result, ConcurrentMap<Outcome, Timer>> calls = new EnumMap<>(Result.class);
  private final Bounded<Counter> attempts;
  private final Bounded<Counter> retries;
  private final Bounded<Bounded<Counter>> errors;
  private final Bounded<Bounded<Counter>> refusals;

  OperationMeters(ClientMeterRegistry registry, String operation, boolean detailed) {
    this.registry = registry;
    this.operation = operation;
    this.detailed = detailed;
    for (Result result : Result.values()) {
      calls.put(result, new ConcurrentHashMap<>());
    }
    this.attempts = counters(FinFusionMeter.ATTEMPTS);
    this.retries = counters(FinFusionMeter.RETRIES);
    this.errors = byTypeAndCode(FinFusionMeter.ERRORS);
    this.refusals = byTypeAndCode(FinFusionMeter.BUSINESS_REFUSALS);
  }

  private Bounded<Counter> counters(FinFusionMeter meter) {
    return new Bounded<>(MOST, value -> registry.counter(meter, operation, value));
  }

  private Bounded<Bounded<Counter>> byTypeAndCode(FinFusionMeter meter) {
    return new Bounded<>(
        MOST, type -> new Bounded<>(MOST, code -> registry.counter(meter, operation, type, code)));
  }

  void callEnded(CallRecord call) {
    Result result = call.result();
    timer(result, call.outcome()).record(call.elapsed().toNanos(), TimeUnit.NANOSECONDS);
    if (result == Result.ERROR) {
      count(errors, call);
    } else if (result == Result.BUSINESS_REFUSAL) {
      count(refusals, call);
    }
  }

  private Timer timer(Result result, Outcome outcome) {
    ConcurrentMap<Outcome, Timer> timers = Objects.requireNonNull(calls.get(result));
    Timer timer = timers.get(outcome); // without a lambda, which would be an object for each call
    return timer == null
        ? timers.computeIfAbsent(outcome, first -> newTimer(result, outcome))
        : timer;
  }

  private Timer newTimer(Result result, Outcome outcome) {
    return registry.timer(
        FinFusionMeter.CALLS, operation, result.tag(), TagValues.outcome(outcome));
  }

  private void count(Bounded<Bounded<Counter>> counters, CallRecord call) {
    String type = call.errorType();
    if (detailed && type != null) {
      counters.of(type).of(TagValues.code(call.errorCode())).increment();
    } else {
      counters.of(TagValues.ALL).of(TagValues.ALL).increment();
    }
  }

  void attemptEnded(AttemptRecord attempt) {
    attempts.of(detailed ? attempt.statusTag() : TagValues.ALL).increment();
  }

  void retryScheduled(String reason) {
    retries.of(detailed ? reason : TagValues.ALL).increment();
  }
}
