package cloud.finfusion.opentelemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** OpenTelemetry's SDK with an exporter in memory, which also knows of spans that are open. */
final class RecordedSpans implements SpanProcessor, AutoCloseable {
  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final Phaser open = new Phaser(1);
  private final OpenTelemetrySdk sdk;

  RecordedSpans() {
    this(Sampler.alwaysOn());
  }

  RecordedSpans(Sampler sampler) {
    sdk =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .setSampler(sampler)
                    .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                    .addSpanProcessor(this)
                    .build())
            .setPropagators(
                ContextPropagators.create(
                    TextMapPropagator.composite(
                        W3CTraceContextPropagator.getInstance(),
                        W3CBaggagePropagator.getInstance())))
            .build();
  }

  OpenTelemetry telemetry() {
    return sdk;
  }

  /** A tracer for spans of the caller. */
  Tracer tracer() {
    return sdk.getTracer("test");
  }

  /** Returns the spans that ended, in this order, once none is open. */
  List<SpanData> ended() throws InterruptedException, TimeoutException {
    open.awaitAdvanceInterruptibly(open.arrive(), 10, TimeUnit.SECONDS);
    return exporter.getFinishedSpanItems();
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    open.register();
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    open.arriveAndDeregister();
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }

  @Override
  public void close() {
    sdk.close();
  }
}
