package cloud.finfusion.pipeline;

import okhttp3.Request;
import okio.Timeout;
import retrofit2.Call;

/** A layer above Retrofit's own call, which stays the one that is made, cancelled and timed. */
abstract class ForwardingCall<T> implements Call<T> {
  /** The layer below. */
  final Call<T> call;

  ForwardingCall(Call<T> call) {
    this.call = call;
  }

  @Override
  public Request request() {
    return call.request();
  }

  @Override
  public boolean isExecuted() {
    return call.isExecuted();
  }

  @Override
  public void cancel() {
    call.cancel();
  }

  @Override
  public boolean isCanceled() {
    return call.isCanceled();
  }

  /** The deadline of the whole call if set; else that of the options or the client counts. */
  @Override
  public Timeout timeout() {
    return call.timeout();
  }

  @Override
  public abstract Call<T> clone();
}
