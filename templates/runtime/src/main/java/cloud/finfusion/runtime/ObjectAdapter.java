// What can take over an object of which another has read some members.
package cloud.finfusion.runtime;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import java.io.IOException;

/**
 * Reads an object from its start or, as one kind of a union, what is left of it. Its kinds are
 * {@link ModelAdapter} and {@link UnionAdapter}.
 *
 * @param <T> what the object becomes
 */
public abstract class ObjectAdapter<T> extends TypeAdapter<T> {
  ObjectAdapter() {}

  /** Reads the members that are left, and the object's end. */
  abstract T read(JsonReader in, LeadingMembers leading) throws IOException;
}
