package cloud.finfusion.templates.normalizer;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.openapitools.codegen.utils.ModelUtils;

/** Gives the parameters of a path to each of its operations that has no such parameter itself. */
record PathParameters(OpenAPI openAPI) {

  void give() {
    if (openAPI.getPaths() != null) {
      openAPI.getPaths().values().forEach(this::give);
    }
  }

  private void give(PathItem path) {
    if (path.getParameters() != null) {
      path.readOperations().forEach(operation -> give(operation, path.getParameters()));
      path.setParameters(null);
    }
  }

  private void give(Operation operation, List<Parameter> ofPath) {
    List<Parameter> own =
        Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of());
    List<Parameter> all =
        new ArrayList<>(
            ofPath.stream()
                .filter(each -> own.stream().noneMatch(other -> isSame(each, other)))
                .toList());
    all.addAll(own);
    operation.setParameters(all);
  }

  private boolean isSame(Parameter one, Parameter other) {
    Parameter known = ModelUtils.getReferencedParameter(openAPI, one);
    Parameter same = ModelUtils.getReferencedParameter(openAPI, other);
    return Objects.equals(known.getName(), same.getName())
        && Objects.equals(known.getIn(), same.getIn());
  }
}
