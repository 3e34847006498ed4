package cloud.finfusion.opentelemetry;

import static cloud.finfusion.opentelemetry.TracedServer.PAYMENT;
import static cloud.finfusion.opentelemetry.TracedServer.response;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An OpenTelemetry that throws changes no call, and leaves no span open. */
@Timeout(30)
class ThrowingTelemetryTest {
  @AutoClose private final RecordedSpans spans = new RecordedSpans();

  @ParameterizedTest
  @EnumSource
  void aTracerThatThrows(Calling calling) throws Exception {
    assertPays(
        calling,
        with(
            scope -> {
              throw new IllegalStateException("of the tracer");
            }));

    assertThat(spans.ended()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aPropagatorThatThrows(Calling calling) throws Exception {
    assertPays(calling, with(spans.tracer()));

    assertThat(spans.ended())
        .extracting(SpanData::getName)
        .containsExactly("POST /v2/payments", "POST /v2/payments", "payments.create");
  }

  @ParameterizedTest
  @EnumSource
  void aSpanThatThrowsAtEachAttributeIsEnded(Calling calling) throws Exception {
    assertPays(calling, with(name -> throwing(spans.tracer().spanBuilder(name))));

    assertThat(spans.ended())
        .extracting(SpanData::getName)
        .containsExactly("POST /v2/payments", "POST /v2/payments", "payments.create");
  }

  private static void assertPays(Calling calling, OpenTelemetry telemetry) throws Exception {
    try (TracedServer server = new TracedServer(response(503, ""), response(200, PAYMENT));
        FinFusion client = server.client().listener(TracingListener.of(telemetry)).build()) {
      assertThat(calling.pay(client).id()).isEqualTo("pay_1");
      assertThat(server.requests()).hasSize(2);
    }
  }

  /** A telemetry with a propagator that throws. */
  private static OpenTelemetry with(Tracer tracer) {
    return new OpenTelemetry() {
      @Override
      public TracerProvider getTracerProvider() {
        return new TracerProvider() {
          @Override
          public Tracer get(String scope) {
            return tracer;
          }

          @Override
          public Tracer get(String scope, String version) {
            return tracer;
          }
        };
      }

      @Override
      public ContextPropagators getPropagators() {
        return ContextPropagators.create(new ThrowingPropagator());
      }
    };
  }

  private static final class ThrowingPropagator implements TextMapPropagator {
    @Override
    public Collection<String> fields() {
      return List.of();
    }

    @Override
    public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
      throw new IllegalStateException("of the propagator");
    }

    @Override
    public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
      throw new IllegalStateException("of the propagator");
    }
  }

  /** The builder of a span that throws once the span is started and gets an attribute. */
  private static SpanBuilder throwing(SpanBuilder real) {
    return (SpanBuilder)
        Proxy.newProxyInstance(
            SpanBuilder.class.getClassLoader(),
            new Class<?>[] {SpanBuilder.class},
            (proxy, method, arguments) -> {
              Object returned = invoked(real, method, arguments);
              return returned instanceof Span span ? throwing(span) : proxy;
            });
  }

  private static Span throwing(Span real) {
    return (Span)
        Proxy.newProxyInstance(
            Span.class.getClassLoader(),
            new Class<?>[] {Span.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("setAttribute")) {
                throw new IllegalStateException("of the span");
              }
              return invoked(real, method, arguments);
            });
  }

  private static @Nullable Object invoked(
      Object target, Method method, @Nullable Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getTargetException();
    }
  }
}
