package cloud.finfusion.stress;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** A client of the caller's whose interceptor and event listener throw. */
final class ThrowingHttp extends EventListener {
  private final Chance chance;

  private ThrowingHttp(Chance chance) {
    this.chance = chance;
  }

  static OkHttpClient client(Chance chance) {
    return new OkHttpClient.Builder()
        .connectionPool(new ConnectionPool(64, 5, TimeUnit.MINUTES))
        .eventListener(new ThrowingHttp(chance))
        .addInterceptor(
            chain -> {
              throwsChecked(chance);
              Response response = chain.proceed(chain.request());
              throwsChecked(chance); // and closes nothing
              return response;
            })
        .build();
  }

  private static void throwsChecked(Chance chance) {
    if (chance.oneIn(200)) {
      throw Chance.<RuntimeException>undeclared(new Exception());
    }
  }

  @Override
  public void callStart(Call call) {
    chance.mayThrow(10);
  }

  @Override
  public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
    chance.mayThrow(10);
  }

  @Override
  public void connectionAcquired(Call call, Connection connection) {
    chance.mayThrow(10);
  }

  @Override
  public void responseHeadersEnd(Call call, Response response) {
    chance.mayThrow(10);
  }

  @Override
  public void responseFailed(Call call, IOException failure) {
    chance.mayThrow(10);
  }

  @Override
  public void connectionReleased(Call call, Connection connection) {
    chance.mayThrow(10);
  }

  @Override
  public void canceled(Call call) {
    chance.mayThrow(10);
  }

  @Override
  public void callFailed(Call call, IOException failure) {
    chance.mayThrow(10);
  }

  @Override
  public void callEnd(Call call) {
    chance.mayThrow(10);
  }
}
