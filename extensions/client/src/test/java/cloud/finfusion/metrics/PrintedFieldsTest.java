package cloud.finfusion.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.auth.Credential;
import cloud.finfusion.auth.Environment;
import cloud.finfusion.auth.KeySource;
import cloud.finfusion.auth.OAuthOptions;
import cloud.finfusion.auth.RotatingKey;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.internal.oauth.OAuthCredential;
import cloud.finfusion.network.NetworkOptions;
import cloud.finfusion.webhook.WebhookVerifier;
import cloud.finfusion.webhook.Webhooks;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonIOException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What prints the fields of an object, as Gson does, prints no secret. */
class PrintedFieldsTest {
  private static final String SECRET = "dev_CANARY";
  @TempDir private Path folder;

  private List<Object> holders() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), SECRET);
    Credential read = Credential.apiKey(KeySource.firstOf(KeySource.file(file), () -> SECRET));
    assertThat(read.token()).isEqualTo(SECRET);
    RotatingKey rotated = RotatingKey.of(SECRET);
    rotated.rotateTo(SECRET + 2);
    OAuthOptions.Builder oauth =
        OAuthOptions.builder()
            .clientId("id")
            .clientSecret(SECRET)
            .accessToken(SECRET)
            .refreshToken(SECRET);
    WebhookVerifier verifier = Webhooks.verifier("whsec_CANARY");
    CallOptions.Builder options =
        CallOptions.builder()
            .idempotencyKey("CANARY-1")
            .actor("CANARY")
            .header("X-CANARY", "CANARY")
            .queryParameter("CANARY", "CANARY")
            .bodyField("CANARY", "CANARY")
            .onResponse(info -> {});
    NetworkOptions.Builder network =
        NetworkOptions.builder().proxy("localhost", 1).proxyLogin("CANARY", "CANARY");
    FinFusion.Builder client =
        FinFusion.builder()
            .credential(() -> SECRET)
            .environment(Environment.SANDBOX)
            .webhookVerifier(verifier)
            .network(network.build());
    List<Object> all = new ArrayList<>();
    all.addAll(List.of(Credential.apiKey(SECRET), read, rotated, oauth, oauth.build()));
    all.addAll(List.of(options, options.build(), network, network.build(), verifier));
    all.add(new OAuthCredential(oauth.build(), params -> new CompletableFuture<>(), () -> 0));
    all.add(FinFusion.builder().oauth(oauth.build()));
    all.add(WebhookVerifier.builder().secrets("whsec_CANARY"));
    all.addAll(List.of(client, client.build(), client.build().webhooks().handler()));
    all.addAll(List.of(client.build().webhooks(), client.build().webhooks().handler().build()));
    all.addAll(List.of(client.build().async(), client.build().payments()));
    return all;
  }

  @Test
  @DisplayName("E5 Gson prints no secret of what the SDK gives out")
  void gson() throws IOException {
    for (Object each : holders()) {
      assertThat(printed(new Gson(), each)).doesNotContain("CANARY");
      assertThat(printed(tolerant(), each)).as(each.getClass().getName()).doesNotContain("CANARY");
    }
  }

  @Test
  @DisplayName("E5 no field that is not transient reaches a secret, however deep")
  void reflection() throws Exception {
    for (Object each : holders()) {
      walk(each, new ArrayList<>());
    }
  }

  private static void walk(@Nullable Object value, List<Object> seen) throws Exception {
    if (value == null || seen.stream().anyMatch(other -> other == value)) {
      return;
    }
    seen.add(value);
    if (value instanceof Enum || !value.getClass().getName().startsWith("cloud.finfusion.")) {
      assertThat(String.valueOf(value)).as("reached by %s", seen).doesNotContain("CANARY");
      return;
    }
    for (Class<?> type = value.getClass(); type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if ((field.getModifiers() & (Modifier.TRANSIENT | Modifier.STATIC)) == 0) {
          field.setAccessible(true);
          walk(field.get(value), seen);
        }
      }
    }
  }

  private static String printed(Gson gson, Object value) {
    try {
      return gson.toJson(value);
    } catch (JsonIOException closed) {
      return "";
    }
  }

  /** As a program has it that taught Gson to print the JDK's classes. */
  private static Gson tolerant() {
    return new GsonBuilder().registerTypeAdapterFactory(new OfTheJdk()).create();
  }

  private static final class OfTheJdk implements TypeAdapterFactory {
    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
      Class<?> raw = type.getRawType();
      boolean known = raw == String.class || Iterable.class.isAssignableFrom(raw);
      return known || raw.isPrimitive() || !raw.getName().startsWith("java") ? null : adapter();
    }

    private static <T> TypeAdapter<T> adapter() {
      return new TypeAdapter<T>() {
        @Override
        public void write(JsonWriter out, T value) throws IOException {
          out.value(String.valueOf(value));
        }

        @Override
        public T read(JsonReader in) {
          throw new UnsupportedOperationException();
        }
      };
    }
  }
}
