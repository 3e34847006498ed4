package cloud.finfusion.verification.specdiff;

import japicmp.model.JApiBehavior;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiCompatibilityChange;
import japicmp.model.JApiField;
import japicmp.model.JApiHasChangeStatus;
import japicmp.model.JApiParameter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A class or a member that changed.
 *
 * @param what what happened to it, as {@code removed}
 * @param name as {@code Payments.create(PaymentCreateParams)}
 */
record JavaChange(Change change, String what, String name) {

  static JavaChange of(JApiClass type) {
    return of(type, simple(type.getFullyQualifiedName()));
  }

  static JavaChange of(JApiClass type, JApiBehavior member) {
    String parameters =
        member.getParameters().stream()
            .map(JApiParameter::getType)
            .map(JavaChange::simple)
            .collect(Collectors.joining(", "));
    return of(member, owner(type) + member.getName() + "(" + parameters + ")");
  }

  static JavaChange of(JApiClass type, JApiField field) {
    return of(field, owner(type) + field.getName());
  }

  private static <T extends JApiCompatibility & JApiHasChangeStatus> JavaChange of(
      T element, String name) {
    return new JavaChange(verdict(element), what(element), name);
  }

  private static <T extends JApiCompatibility & JApiHasChangeStatus> Change verdict(T element) {
    if (!element.isBinaryCompatible() || !element.isSourceCompatible()) {
      return Change.MAJOR;
    }
    return element.getChangeStatus() == JApiChangeStatus.MODIFIED ? Change.PATCH : Change.MINOR;
  }

  /** {@code removed}, {@code new}, or what is different. */
  private static <T extends JApiCompatibility & JApiHasChangeStatus> String what(T element) {
    List<JApiCompatibilityChange> changes = element.getCompatibilityChanges();
    if (element.getChangeStatus() != JApiChangeStatus.MODIFIED || changes.isEmpty()) {
      return words(element.getChangeStatus().name());
    }
    return changes.stream()
        .map(each -> words(each.getType().name()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String owner(JApiClass type) {
    return simple(type.getFullyQualifiedName()) + ".";
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
  }
}
