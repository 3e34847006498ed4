package cloud.finfusion.templates;

import cloud.finfusion.templates.spec.DeclaredOperation;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.servers.ServerVariable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The servers of operations that are not on those of the whole API. */
final class OperationServers {
  /** Set on the operation: the address or the path that its own path follows. */
  static final String SERVER = "x-server";

  private final OpenAPI openAPI;
  private final Set<String> usual;

  OperationServers(OpenAPI openAPI) {
    this.openAPI = openAPI;
    this.usual =
        servers(openAPI.getServers()).stream()
            .map(OperationServers::url)
            .collect(Collectors.toSet());
  }

  void note(Notices notices) {
    DeclaredOperation.all(openAPI)
        .forEach(each -> note(each.operation(), each.name(), each.item(), notices));
  }

  private void note(Operation operation, String name, PathItem item, Notices notices) {
    List<Server> own = servers(operation.getServers());
    List<Server> servers = own.isEmpty() ? servers(item.getServers()) : own;
    boolean elsewhere =
        !servers.isEmpty()
            && servers.stream().map(OperationServers::url).noneMatch(usual::contains);
    if (elsewhere) {
      String url = url(servers.get(0));
      operation.addExtension(SERVER, url);
      if (url.contains("://")) {
        notices.add(
            name + ": goes to " + url + ", as its servers say, whatever the client's base URL is");
      }
    }
  }

  private static List<Server> servers(@Nullable List<Server> servers) {
    return Objects.requireNonNullElse(servers, List.of());
  }

  /** With the default of each variable, and without the slash that a path starts with. */
  private static String url(Server server) {
    String url = Optional.ofNullable(server.getUrl()).orElse("/");
    Map<String, ServerVariable> variables =
        server.getVariables() == null ? Map.of() : server.getVariables();
    for (Map.Entry<String, ServerVariable> each : variables.entrySet()) {
      String value = Objects.requireNonNullElse(each.getValue().getDefault(), "");
      url = url.replace("{" + each.getKey() + "}", value);
    }
    return url.replaceFirst("/$", "");
  }
}
