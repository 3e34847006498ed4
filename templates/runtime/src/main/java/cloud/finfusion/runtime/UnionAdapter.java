// Stock throws on a kind it does not know.
package cloud.finfusion.runtime;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads and writes a union by the value of one of its fields. Complete when the union's class is
 * initialised.
 *
 * @param <U> the union
 */
public final class UnionAdapter<U extends GeneratedModel<?>> extends ObjectAdapter<U> {
  private final String discriminator;
  private final Class<? extends U> unknown;
  private final Map<String, Class<? extends U>> kinds = new HashMap<>();

  private UnionAdapter(String discriminator, Class<? extends U> unknown) {
    this.discriminator = discriminator;
    this.unknown = unknown;
  }

  /** A union without kinds so far; what is of no kind is read as the unknown one. */
  public static <U extends GeneratedModel<?>> UnionAdapter<U> of(
      Class<U> type, String discriminator, Class<? extends U> unknown) {
    return ModelAdapterFactory.register(type, new UnionAdapter<>(discriminator, unknown));
  }

  /**
   * With one kind more; its adapter is looked up when it is needed: kinds and unions are
   * initialised apart.
   */
  public UnionAdapter<U> kind(String value, Class<? extends U> kind) {
    kinds.put(value, kind);
    return this;
  }

  @Override
  public U read(JsonReader in) throws IOException {
    ContainerAdapters.begin(in, JsonToken.BEGIN_OBJECT, "an object");
    return read(in, new LeadingMembers());
  }

  @Override
  U read(JsonReader in, LeadingMembers leading) throws IOException {
    Class<? extends U> kind = kinds.getOrDefault(leading.readUntil(discriminator, in), unknown);
    return ((ObjectAdapter<? extends U>) ModelAdapterFactory.adapterOf(kind)).read(in, leading);
  }

  @Override
  public void write(JsonWriter out, U value) throws IOException {
    value.write(out);
  }
}
