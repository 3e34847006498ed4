package cloud.finfusion.benchmarks.peers;

import cloud.finfusion.runtime.Operation;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;

/** The two calls without JSON and without an argument to convert; for Retrofit and for a client. */
interface RawPayments {
  @Operation(name = "payments.create", family = "payment", idempotent = true)
  @POST("v2/payments")
  Call<ResponseBody> create(@Body RequestBody payment);

  @Operation(name = "payments.retrieve", family = "payment", read = true)
  @GET("v2/payments/pay_1234567890")
  Call<ResponseBody> retrieve();
}
