package cloud.finfusion.benchmarks.peers;

import java.io.IOException;
import java.util.Objects;
import java.util.function.BiConsumer;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.gson.GsonConverterFactory;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.POST;
import retrofit2.http.Path;

/** Stock Retrofit with its Gson converter, and classes of fields. */
final class RetrofitPeer implements Peer.Async {
  private static final String KEY = "Bearer dev_benchmark";

  private final Payments payments;
  private final Pojos.NewPayment creation = new Pojos.NewPayment();

  RetrofitPeer(OkHttpClient client, String url) {
    payments =
        new Retrofit.Builder()
            .baseUrl(url)
            .client(client)
            .addConverterFactory(GsonConverterFactory.create())
            .build()
            .create(Payments.class);
  }

  @Override
  public Object create() throws IOException {
    return body(payments.create(KEY, creation).execute());
  }

  @Override
  public Object retrieve() throws IOException {
    return body(payments.retrieve(KEY, "pay_1234567890").execute());
  }

  @Override
  public void create(BiConsumer<@Nullable Object, @Nullable Throwable> done) {
    payments
        .create(KEY, creation)
        .enqueue(
            new Callback<>() {
              @Override
              public void onResponse(Call<Pojos.Payment> call, Response<Pojos.Payment> response) {
                done.accept(body(response), null);
              }

              @Override
              public void onFailure(Call<Pojos.Payment> call, Throwable failure) {
                done.accept(null, failure);
              }
            });
  }

  private static Object body(Response<Pojos.Payment> response) {
    return Objects.requireNonNull(response.body());
  }

  private interface Payments {
    @POST("v2/payments")
    Call<Pojos.Payment> create(
        @Header("Authorization") String key, @Body Pojos.NewPayment creation);

    @GET("v2/payments/{id}")
    Call<Pojos.Payment> retrieve(@Header("Authorization") String key, @Path("id") String id);
  }
}
