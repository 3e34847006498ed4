package cloud.finfusion.sandbox.internal.server;

import cloud.finfusion.sandbox.internal.files.ReceivedFile;
import cloud.finfusion.sandbox.internal.files.RequestFiles;
import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Blocker;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a request with files, which go to disk. Of the request then know the others the
 * text parts and, of its file, {@code size}, {@code sha256}, {@code content_type} and {@code
 * file_name}, as fields of JSON.
 */
final class FileBodies {
  private static final String MULTIPART = "multipart/form-data";
  private static final String BYTES = "application/octet-stream";

  private final RequestFiles files;

  FileBodies(RequestFiles files) {
    this.files = files;
  }

  /** The request with its body, of which it had only the head. */
  ApiRequest read(Content.Source source, ApiRequest head) throws IOException {
    String type = Objects.requireNonNullElse(head.header("Content-Type"), BYTES);
    ObjectNode fields = Json.object();
    ReceivedFile file = isMultipart(type) ? parts(source, type, fields) : whole(source, type);
    if (file != null) {
      describe(file, fields);
    }
    return head.with(Json.write(fields), file);
  }

  private static boolean isMultipart(String type) {
    return type.regionMatches(true, 0, MULTIPART, 0, MULTIPART.length());
  }

  private @Nullable ReceivedFile whole(Content.Source source, String type) throws IOException {
    Path path = files.newFile();
    try (InputStream in = Content.Source.asInputStream(source)) {
      long size = Files.copy(in, path, StandardCopyOption.REPLACE_EXISTING);
      return size == 0 ? null : ReceivedFile.at(path, null, type);
    }
  }

  private @Nullable ReceivedFile parts(Content.Source source, String type, ObjectNode fields)
      throws IOException {
    MultiPartFormData.Parser parser = parser(type);
    ReceivedFile file = null;
    try (MultiPartFormData.Parts parts =
        Blocker.<MultiPartFormData.Parts>blockWithPromise(
            promise -> parser.parse(source, promise))) {
      for (MultiPart.Part part : parts) {
        if (part.getFileName() == null) {
          fields.put(part.getName(), part.getContentAsString(StandardCharsets.UTF_8));
        } else {
          file = received(part);
        }
      }
    } catch (IOException | RuntimeException malformed) {
      throw new ApiError(400, "The body is no " + MULTIPART + ", or was cut off.");
    }
    return file;
  }

  private MultiPartFormData.Parser parser(String type) throws IOException {
    String boundary = Objects.requireNonNullElse(MultiPart.extractBoundary(type), "");
    MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
    parser.setFilesDirectory(files.folder());
    parser.setMaxMemoryFileSize(0);
    parser.setMaxFileSize(-1);
    parser.setMaxLength(-1);
    return parser;
  }

  private ReceivedFile received(MultiPart.Part part) throws IOException {
    String type = Objects.requireNonNullElse(part.getHeaders().get("Content-Type"), BYTES);
    Path path = files.newFile();
    part.writeTo(path);
    return ReceivedFile.at(path, part.getFileName(), type);
  }

  private static void describe(ReceivedFile file, ObjectNode fields) {
    fields.put("size", file.size());
    fields.put("sha256", file.sha256());
    fields.put("content_type", file.contentType());
    if (file.name() != null) {
      fields.put("file_name", file.name());
    }
  }
}
