package cloud.finfusion.templates;

import cloud.finfusion.templates.spec.DeclaredOperation;
import cloud.finfusion.templates.view.SchemeView;
import cloud.finfusion.templates.view.SecurityView;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;

/** The credentials that operations need, by the security schemes of the specification. */
final class OperationSecurity {
  /** Set on the operation: its alternatives, none of them if the client cannot sign so. */
  static final String SECURITY = "x-security";

  /** RFC 9110, section 5.6.2. */
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private static final Optional<String> BEARER = Optional.of("BEARER");

  private final OpenAPI openAPI;
  private final Map<String, SecurityScheme> schemes;

  OperationSecurity(OpenAPI openAPI) {
    this.openAPI = openAPI;
    this.schemes =
        Optional.ofNullable(openAPI.getComponents())
            .map(components -> components.getSecuritySchemes())
            .orElse(Map.of());
  }

  void note(Notices notices) {
    noteUnusable(notices);
    List<Operation> operations = operations();
    if (!isBearerAlone(operations)) {
      operations.forEach(
          each -> {
            List<SecurityRequirement> alternatives = alternatives(each);
            if (!alternatives.isEmpty()) {
              each.addExtension(SECURITY, views(alternatives));
            }
          });
    }
  }

  /** The alternatives of an operation; nothing where a bearer token can sign the whole API. */
  @SuppressWarnings("unchecked") // as it was set
  static Optional<List<SecurityView>> of(CodegenOperation operation) {
    return Optional.ofNullable((List<SecurityView>) operation.vendorExtensions.get(SECURITY));
  }

  private void noteUnusable(Notices notices) {
    schemes.forEach(
        (name, scheme) ->
            problem(scheme)
                .ifPresent(problem -> notices.add("security scheme " + name + ": " + problem)));
    operations().stream()
        .flatMap(each -> alternatives(each).stream())
        .flatMap(each -> each.keySet().stream())
        .filter(name -> !schemes.containsKey(name))
        .distinct()
        .forEach(
            name ->
                notices.add(
                    "security scheme %s: not declared, so that nothing is signed with it"
                        .formatted(name)));
  }

  private static Optional<String> problem(SecurityScheme scheme) {
    if (isOfConnection(scheme) || place(scheme).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        scheme.getType() == SecurityScheme.Type.HTTP
            ? "the client does not sign as http %s says. Add it with an interceptor"
                .formatted(scheme.getScheme())
            : "nothing is signed with it, as its type, place or name cannot be sent");
  }

  /** No annotation is needed where one scheme, a bearer token, can sign all that is signed. */
  private boolean isBearerAlone(List<Operation> operations) {
    return schemes.values().stream().allMatch(each -> place(each).equals(BEARER))
        && (schemes.isEmpty()
            || schemes.keySet().stream().anyMatch(each -> canSignAll(each, operations)));
  }

  private boolean canSignAll(String scheme, List<Operation> operations) {
    return operations.stream()
        .map(this::alternatives)
        .filter(each -> !each.isEmpty())
        .allMatch(each -> each.stream().anyMatch(one -> one.keySet().equals(Set.of(scheme))));
  }

  private List<Operation> operations() {
    return DeclaredOperation.all(openAPI).map(DeclaredOperation::operation).toList();
  }

  private List<SecurityRequirement> alternatives(Operation operation) {
    List<SecurityRequirement> own =
        operation.getSecurity() == null ? openAPI.getSecurity() : operation.getSecurity();
    return Objects.requireNonNullElse(own, List.of());
  }

  private List<SecurityView> views(List<SecurityRequirement> alternatives) {
    return alternatives.stream().map(this::view).flatMap(Optional::stream).toList();
  }

  /** Nothing for an alternative with a scheme that the client cannot sign for. */
  private Optional<SecurityView> view(SecurityRequirement together) {
    List<String> signed =
        together.keySet().stream().filter(each -> !isOfConnection(schemes.get(each))).toList();
    List<SchemeView> views = signed.stream().map(this::view).flatMap(Optional::stream).toList();
    return views.size() < signed.size() ? Optional.empty() : Optional.of(new SecurityView(views));
  }

  private Optional<SchemeView> view(String name) {
    return Optional.ofNullable(schemes.get(name))
        .flatMap(scheme -> place(scheme).map(place -> view(name, place, scheme)));
  }

  private static SchemeView view(String name, String place, SecurityScheme scheme) {
    boolean named = scheme.getType() == SecurityScheme.Type.APIKEY;
    return new SchemeView(
        StringEscapeUtils.escapeJava(name),
        place,
        named ? StringEscapeUtils.escapeJava(scheme.getName()) : null);
  }

  /** A client certificate belongs to the connection: the client's network options have it. */
  private static boolean isOfConnection(@Nullable SecurityScheme scheme) {
    return scheme != null && scheme.getType() == SecurityScheme.Type.MUTUALTLS;
  }

  private static Optional<String> place(SecurityScheme scheme) {
    if (scheme.getType() == null) {
      return Optional.empty();
    }
    return switch (scheme.getType()) {
      case OAUTH2, OPENIDCONNECT -> BEARER;
      case APIKEY ->
          Optional.ofNullable(scheme.getIn())
              .filter(in -> canHold(in, scheme.getName()))
              .map(SecurityScheme.In::name);
      case HTTP ->
          Optional.ofNullable(scheme.getScheme())
              .map(each -> each.toUpperCase(Locale.ROOT))
              .filter(each -> each.equals("BEARER") || each.equals("BASIC"));
      case MUTUALTLS -> Optional.empty();
    };
  }

  /** HTTP does not allow each name. */
  private static boolean canHold(SecurityScheme.In in, @Nullable String name) {
    return name != null
        && switch (in) {
          case QUERY -> !name.isEmpty();
          case HEADER, COOKIE -> TOKEN.matcher(name).matches();
        };
  }
}
