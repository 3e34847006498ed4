package cloud.finfusion.verification.consumers;

import static cloud.finfusion.verification.consumers.ClassPath.importing;
import static cloud.finfusion.verification.consumers.ClassPath.pinning;

import java.util.List;

/** The class paths that are tried; {@code class-paths/pom.xml} has the versions. */
final class ClassPaths {
  private static final String BOOT = "org.springframework.boot:spring-boot-dependencies:";
  private static final String GSON = "com.google.code.gson:gson:";
  private static final String CAFFEINE = "com.github.ben-manes.caffeine:caffeine:";
  private static final String KOTLIN = "org.jetbrains.kotlin:kotlin-stdlib:";
  private static final String SLF4J = "org.slf4j:slf4j-api:";
  private static final String OKHTTP_4 = "com.squareup.okhttp3:okhttp-bom:${okhttp-4.version}";

  static final ClassPath BOOT_3_3 = importing("Spring Boot 3.3", BOOT + "${boot-3.3.version}");

  /** The lowest version of each library. */
  static final ClassPath OLDEST =
      pinning(
          "the oldest of each",
          GSON + "${gson.oldest}",
          CAFFEINE + "${caffeine.oldest}",
          KOTLIN + "${kotlin.oldest}",
          SLF4J + "${slf4j.oldest}");

  static final ClassPath OLDER_GSON = pinning("an older Gson", GSON + "${gson.below}");

  /** Few that stand for most; the others take minutes. */
  static final List<ClassPath> FEW = List.of(BOOT_3_3, OLDEST, OLDER_GSON);

  static final List<ClassPath> ALL =
      List.of(
          ClassPath.of("the SDK alone"),
          BOOT_3_3,
          importing("Spring Boot 3.4", BOOT + "${boot-3.4.version}"),
          importing("Spring Boot 3.5", BOOT + "${boot-3.5.version}"),
          importing("Spring Boot 4", BOOT + "${boot-4.version}"),
          importing("Micronaut 4", "io.micronaut.platform:micronaut-platform:${micronaut.version}"),
          importing("Quarkus 3", "io.quarkus:quarkus-bom:${quarkus.version}"),
          importing("OkHttp's BOM of 4.12", OKHTTP_4),
          importing("OkHttp's BOM of 4.12, OkHttp named first", OKHTTP_4)
              .after("com.squareup.okhttp3:okhttp"),
          ClassPath.of("stripe-java named first").after("com.stripe:stripe-java:${stripe.version}"),
          ClassPath.of("plaid-java named first").after("com.plaid:plaid-java:${plaid.version}"),
          ClassPath.of("twilio named first").after("com.twilio.sdk:twilio:${twilio.version}"),
          ClassPath.of("openai-java named first").after("com.openai:openai-java:${openai.version}"),
          OLDEST,
          pinning("SLF4J 1.7", SLF4J + "${slf4j.oldest}"),
          OLDER_GSON,
          pinning("an older Caffeine", CAFFEINE + "${caffeine.below}"),
          pinning("an older Kotlin", KOTLIN + "${kotlin.below}"),
          pinning("Kotlin 1.6", KOTLIN + "${kotlin-1.6.version}"),
          ClassPath.of("an older OkHttp").after("com.squareup.okhttp3:okhttp:${okhttp.below}"),
          ClassPath.of("a program in Kotlin").startedBy(Launcher.KOTLIN),
          ClassPath.of("one jar, its libraries relocated").startedBy(Launcher.FAT_JAR),
          ClassPath.of("Java modules").startedBy(Launcher.MODULES),
          ClassPath.of("Java 25").startedBy(Launcher.JAVA_25));

  private ClassPaths() {}
}
