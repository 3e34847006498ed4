package cloud.finfusion.sandbox.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.util.MultiMap;
import org.eclipse.jetty.util.UrlEncoded;

/** Decodes queries and form bodies. */
public final class FormDecoder {
  private FormDecoder() {}

  public static Map<String, List<String>> decode(String encoded) {
    MultiMap<String> decoded = new MultiMap<>();
    try {
      UrlEncoded.decodeTo(encoded, decoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ApiError(400, ErrorCode.VAL002, "The query or form is badly encoded.", List.of());
    }
    return new LinkedHashMap<>(decoded);
  }
}
