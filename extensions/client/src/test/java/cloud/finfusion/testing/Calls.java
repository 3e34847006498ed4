package cloud.finfusion.testing;

import cloud.finfusion.FinFusion;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentCaptureParams;
import cloud.finfusion.model.PaymentCreateParams;
import cloud.finfusion.model.PaymentListParams;
import cloud.finfusion.model.Token;
import cloud.finfusion.pagination.Page;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/** A client's calls in one mode. */
public record Calls(FinFusion client, BlockingOrAsync mode) implements AutoCloseable {
  public Payment pay() {
    return pay(Samples.payment(), CallOptions.none());
  }

  public Payment pay(PaymentCreateParams params, CallOptions options) {
    return mode.of(
        () -> client.payments().create(params, options),
        () -> client.async().payments().create(params, options));
  }

  /** A write with an idempotency key, unless the client sends none, that creates nothing. */
  public Payment capture(String id, CallOptions options) {
    PaymentCaptureParams all = PaymentCaptureParams.builder().build();
    return mode.of(
        () -> client.payments().capture(id, all, options),
        () -> client.async().payments().capture(id, all, options));
  }

  public Payment payment(String id) {
    return payment(id, CallOptions.none());
  }

  public Payment payment(String id, CallOptions options) {
    return mode.of(
        () -> client.payments().retrieve(id, options),
        () -> client.async().payments().retrieve(id, options));
  }

  public Customer customer(String id) {
    return mode.of(
        () -> client.customers().retrieve(id), () -> client.async().customers().retrieve(id));
  }

  /** The first page of payments from a cursor on. */
  public Page<Payment> firstPage(String cursor) {
    PaymentListParams params = PaymentListParams.builder().cursor(cursor).build();
    return mode.of(
        () -> client.payments().list(params).pages().iterator().next(),
        () -> client.async().payments().list(params).first());
  }

  /** A write that takes no idempotency key. */
  public Token token(CallOptions options) {
    return mode.of(
        () -> client.tokens().create(Samples.token(), options),
        () -> client.async().tokens().create(Samples.token(), options));
  }

  /** A call of the raw Retrofit interface. */
  public <T> Response<T> raw(Call<T> call) {
    return mode.of(() -> executed(call), () -> enqueued(call));
  }

  private static <T> Response<T> executed(Call<T> call) {
    try {
      return call.execute();
    } catch (IOException never) {
      throw new AssertionError("errors are typed", never);
    }
  }

  private static <T> CompletableFuture<Response<T>> enqueued(Call<T> call) {
    CompletableFuture<Response<T>> future = new CompletableFuture<>();
    enqueue(call, future);
    return future;
  }

  /** Makes the call without waiting for it; the future has its end. */
  public static <T> void enqueue(Call<T> call, CompletableFuture<Response<T>> future) {
    call.enqueue(
        new Callback<T>() {
          @Override
          public void onResponse(Call<T> same, Response<T> response) {
            future.complete(response);
          }

          @Override
          public void onFailure(Call<T> same, Throwable failure) {
            future.completeExceptionally(failure);
          }
        });
  }

  @Override
  public void close() {
    client.close();
  }
}
