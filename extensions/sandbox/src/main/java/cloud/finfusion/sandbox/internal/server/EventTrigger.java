package cloud.finfusion.sandbox.internal.server;

import org.jspecify.annotations.Nullable;

/** Makes happen what no operation of the API does, so that its event is published. */
@FunctionalInterface
public interface EventTrigger {
  /**
   * Triggers an event, about this resource or about a new one; an {@link IllegalArgumentException}
   * if that is not possible.
   *
   * @return the id of the resource that was created
   */
  String trigger(String type, @Nullable String resourceId);
}
