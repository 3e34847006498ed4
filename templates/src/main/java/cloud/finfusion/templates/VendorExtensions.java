package cloud.finfusion.templates;

import cloud.finfusion.templates.file.SpecFile;
import cloud.finfusion.templates.spec.DeclaredOperation;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks the {@code x-finfusion-*} extensions, so that a mistake in the YAML is reported and does
 * not become wrong Java.
 */
final class VendorExtensions {
  private final OpenAPI openAPI;
  private final SchemaFieldNames fields;
  private final SpecFile file;

  VendorExtensions(OpenAPI openAPI, SpecFile file) {
    this.openAPI = openAPI;
    this.fields = new SchemaFieldNames(openAPI);
    this.file = file;
  }

  /** Throws an IllegalArgumentException for the first that is wrong. */
  void check() {
    DeclaredOperation.all(openAPI).forEach(each -> checkOperation(each.method(), each.operation()));
    if (openAPI.getComponents() != null && openAPI.getComponents().getSchemas() != null) {
      openAPI.getComponents().getSchemas().forEach(this::checkSchema);
    }
  }

  private void checkOperation(HttpMethod method, Operation operation) {
    String id = operation.getOperationId();
    ExtensionCheck check =
        new ExtensionCheck(file, List.of("operationId: " + id), id, operation.getExtensions());
    check.hasKnownNames();
    checkIdempotency(method, check);
    check.matches("method", "[a-z][a-zA-Z0-9]*", "a Java method name");
    check.matches("resource", "[A-Za-z][A-Za-z0-9 _-]*", "a name, as Payments");
    check.matches("family", "[a-z][a-z0-9]*(_[a-z0-9]+)*", "a name in snake_case");
    checkTtl(method, check);
    checkPagination(operation, check);
    checkBatch(operation, check);
    new WaitCheck(fields, check).check(method, operation);
  }

  private static void checkIdempotency(HttpMethod method, ExtensionCheck check) {
    check.isBoolean("idempotency");
    boolean write = check.get("idempotency") == null || method != HttpMethod.GET;
    check.require(write, "idempotency", "a write, as a read needs no key", method);
  }

  private static void checkTtl(HttpMethod method, ExtensionCheck check) {
    Object ttl = check.get("ttl");
    if (ttl != null) {
      boolean seconds = ttl instanceof Integer number && number > 0;
      check.require(seconds, "ttl", "whole seconds, at least 1", ttl);
      check.require(method == HttpMethod.GET, "ttl", "a GET", method);
      boolean named = check.get("family") != null;
      check.require(named, "ttl", "an x-finfusion-family beside it", "none");
    }
  }

  private void checkPagination(Operation operation, ExtensionCheck check) {
    Set<String> response = fields.ofResponse(operation);
    check.namesFields(
        "pagination",
        Map.of(
            "cursor", fields.ofQuery(operation),
            "items", response,
            "hasMore", response,
            "nextCursor", response));
  }

  private void checkBatch(Operation operation, ExtensionCheck check) {
    Set<String> result = fields.ofResults(operation, check.get("batch"));
    check.namesFields(
        "batch",
        Map.of(
            "items",
            fields.ofBody(operation),
            "results",
            fields.ofResponse(operation),
            "resource",
            result,
            "error",
            result));
    if (check.get("batch") != null) {
      Set<String> item = fields.ofItems(operation, check.get("batch"));
      check.require(result.contains(BatchViews.INDEX), "batch", "results with an index", result);
      check.require(item.contains(BatchViews.KEY), "batch", "items with an idempotency_key", item);
      Set<String> query = fields.ofQuery(operation);
      check.require(query.isEmpty(), "batch", "an operation without query parameters", query);
    }
  }

  private void checkSchema(String name, Schema<?> schema) {
    ExtensionCheck check =
        new ExtensionCheck(file, List.of(name + ":"), name, schema.getExtensions());
    check.hasKnownNames();
    Set<String> own = fields.of(schema);
    check.namesFields("money", Map.of("value", own, "currency", own));
    if (schema.getProperties() != null) {
      schema.getProperties().forEach((property, of) -> checkProperty(name, property, of));
    }
  }

  private void checkProperty(String schema, String property, Schema<?> of) {
    ExtensionCheck check =
        new ExtensionCheck(
            file,
            List.of(schema + ":", property + ":"),
            schema + "." + property,
            of.getExtensions());
    check.hasKnownNames();
    check.isBoolean("sensitive");
  }
}
