package cloud.finfusion.sandbox.internal.webhooks;

import cloud.finfusion.sandbox.internal.http.Loopback;
import cloud.finfusion.sandbox.internal.store.ListFilter;
import cloud.finfusion.sandbox.internal.store.Store;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Finds the webhook endpoints that are subscribed to an event. */
public final class WebhookEndpoints {
  private static final String FAMILY = "webhook_endpoint";

  private final Store store;

  public WebhookEndpoints(Store store) {
    this.store = store;
  }

  /** The endpoints that are subscribed to events of this type. */
  List<Endpoint> subscribedTo(String type) {
    return store.all(FAMILY, ListFilter.ALL).stream()
        .filter(each -> isSubscribed(each, type))
        .map(WebhookEndpoints::endpoint)
        .toList();
  }

  private static boolean isSubscribed(JsonNode endpoint, String type) {
    return StreamSupport.stream(endpoint.path("events").spliterator(), false)
        .anyMatch(subscribed -> subscribed.asText().equals(type));
  }

  private static Endpoint endpoint(JsonNode resource) {
    return new Endpoint(resource.path("id").asText(), resource.path("url").asText());
  }

  /** An endpoint as it was when the event was published. */
  public record Endpoint(String id, String url) {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** Whether events may be sent there: to this machine, or to any if allowed. */
    public boolean isReachable(boolean remoteAllowed) {
      try {
        URI address = new URI(url);
        @Nullable String host = address.getHost();
        return host != null
            && SCHEMES.contains(address.getScheme())
            && (remoteAllowed || Loopback.isNamed(host));
      } catch (URISyntaxException e) {
        return false;
      }
    }
  }
}
