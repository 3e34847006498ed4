package cloud.finfusion.file;

import cloud.finfusion.runtime.Operation;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Streaming;

/** Operations with files as the templates write them. */
interface FilesApi {
  @Operation(name = "files.download", family = "file", read = true)
  @Streaming
  @GET("v2/files/{id}")
  Call<ResponseBody> download(@Path("id") String id);

  /** A write without a key whose response is a file. */
  @Operation(name = "files.export", family = "file")
  @Streaming
  @POST("v2/exports")
  Call<ResponseBody> export();
}
