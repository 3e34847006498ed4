package cloud.finfusion.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sandbox's packages are small and without cycles, and users see only the root. */
class ArchitectureTest {
  private static final String ROOT = "cloud.finfusion.sandbox";
  private static final String INTERNAL = ROOT + ".internal";

  private static final JavaClasses MAIN = classesBeside(Sandbox.class);
  private static final JavaClasses TESTS = classesBeside(ArchitectureTest.class);

  @Test
  void noTwoPackagesKnowEachOther() {
    slices().matching(INTERNAL + ".(**)").should().beFreeOfCycles().check(MAIN);
    noClasses()
        .that()
        .resideInAPackage(INTERNAL + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT)
        .check(MAIN);
  }

  @Test
  void whatUsersCallShowsNothingInternal() {
    classes()
        .that()
        .resideInAPackage(ROOT)
        .and()
        .arePublic()
        .should(new ShowNothingInternal())
        .check(MAIN);
  }

  @Test
  void aPackageHasAtMost15ClassesAndOfTests25() {
    assertThat(sizes(MAIN)).hasSizeGreaterThan(5).allSatisfy((name, size) -> atMost(15, size));
    assertThat(sizes(TESTS)).hasSizeGreaterThan(5).allSatisfy((name, size) -> atMost(25, size));
  }

  private static void atMost(long limit, long size) {
    assertThat(size).isLessThanOrEqualTo(limit);
  }

  private static Map<String, Long> sizes(JavaClasses classes) {
    return classes.stream()
        .filter(each -> each.isTopLevelClass() && !each.getSimpleName().equals("package-info"))
        .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
  }

  private static JavaClasses classesBeside(Class<?> one) {
    return new ClassFileImporter()
        .importUrl(one.getProtectionDomain().getCodeSource().getLocation());
  }

  /** Looks at all types of the signatures that a user can call, type arguments included. */
  private static final class ShowNothingInternal extends ArchCondition<JavaClass> {
    ShowNothingInternal() {
      super("show nothing internal");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
          .filter(ShowNothingInternal::isInternal)
          .forEach(each -> events.add(violated(type, type.getName(), each)));
      type.getMembers().stream()
          .filter(ShowNothingInternal::isVisible)
          .forEach(
              member ->
                  shown(member)
                      .filter(ShowNothingInternal::isInternal)
                      .forEach(each -> events.add(violated(type, member.getFullName(), each))));
    }

    private static boolean isVisible(JavaMember member) {
      return member.getModifiers().contains(JavaModifier.PUBLIC)
          || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaClass> shown(JavaMember member) {
      Set<JavaClass> declared = member.getAllInvolvedRawTypes();
      return member instanceof JavaCodeUnit code
          ? Stream.concat(
              declared.stream(), code.getThrowsClause().stream().map(each -> each.getRawType()))
          : declared.stream();
    }

    private static boolean isInternal(JavaClass type) {
      return type.getPackageName().startsWith(INTERNAL);
    }

    private static ConditionEvent violated(JavaClass type, String where, JavaClass shown) {
      return SimpleConditionEvent.violated(type, where + " shows " + shown.getName());
    }
  }
}
