package cloud.finfusion.file;

import cloud.finfusion.runtime.Operation;
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

/** The operations of documents.yaml as the templates write them. */
interface DocumentsApi {
  @Operation(name = "documents.upload", family = "document", idempotent = true)
  @Multipart
  @POST("documents")
  Call<Map<String, Object>> upload(
      @Part MultipartBody.@Nullable Part file, @Part MultipartBody.@Nullable Part purpose);

  @Operation(name = "documents.download", family = "document", read = true)
  @Streaming
  @GET("documents/{id}/content")
  Call<ResponseBody> download(@Path("id") String id);

  @Operation(name = "documents.replace", family = "document")
  @PUT("documents/{id}/content")
  Call<Map<String, Object>> replace(@Path("id") String id, @Body @Nullable RequestBody file);
}
