package cloud.finfusion.file;

import cloud.finfusion.runtime.Operation;
import java.util.List;
import java.util.Map;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Multipart;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Part;
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

  /** A write without a key. */
  @Operation(name = "files.replace", family = "file")
  @PUT("v2/files/{id}")
  Call<Void> replace(@Path("id") String id, @Body @Nullable RequestBody file);

  /** A write with a key. */
  @Operation(name = "files.upload", family = "file", idempotent = true)
  @Multipart
  @POST("v2/files")
  Call<Map<String, Object>> upload(
      @Part MultipartBody.@Nullable Part file,
      @Part @Nullable List<MultipartBody.Part> pages,
      @Part MultipartBody.@Nullable Part purpose);
}
