package cloud.finfusion.verification.conventions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.UnknownOperationException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Sandbox and SDK call the same thing by the same name, and two things by two names. */
class SandboxNamesTest {
  @Test
  void anOperationOfTheSandboxHasTheNameOfTheSdksMethod() throws NoSuchMethodException {
    List<String> names = operations();

    assertThat(names).hasSizeGreaterThan(40).contains("payments.create");
    for (String name : names) {
      String[] resourceAndMethod = name.split("\\.", -1);
      Class<?> facade = FinFusion.class.getMethod(resourceAndMethod[0]).getReturnType();
      assertThat(facade.getMethods())
          .as(name)
          .extracting(Method::getName)
          .contains(resourceAndMethod[1]);
    }
  }

  @Test
  void aTestThatUsesBothHasNoTwoTypesOfOneNameToImport() throws Exception {
    Set<String> sandbox = topLevelNames(PublishedModule.SANDBOX);

    assertThat(sandbox).contains("Sandbox", "SandboxWebhooks");
    assertThat(topLevelNames(PublishedModule.CLIENT)).doesNotContainAnyElementsOf(sandbox);
    assertThat(topLevelNames(PublishedModule.GENERATED)).doesNotContainAnyElementsOf(sandbox);
    assertThat(topLevelNames(PublishedModule.SERVLET)).doesNotContainAnyElementsOf(sandbox);
  }

  /** The sandbox lists its operations when it is asked for one that has no similar name. */
  private static List<String> operations() {
    try (Sandbox sandbox = Sandbox.start()) {
      UnknownOperationException unknown =
          catchThrowableOfType(
              UnknownOperationException.class, () -> sandbox.faults().dropBeforeWork("?", 1));
      String message = String.valueOf(unknown.getMessage());
      String listed = message.substring(message.indexOf(": ") + 2, message.length() - 1);
      return List.of(listed.split(", ", -1));
    }
  }

  private static Set<String> topLevelNames(PublishedModule module) throws Exception {
    return module.exportedClasses().stream()
        .filter(each -> each.getEnclosingClass() == null)
        .map(Class::getSimpleName)
        .filter(name -> !name.equals("package-info"))
        .collect(Collectors.toSet());
  }
}
