package cloud.finfusion.internal.libraries;

import cloud.finfusion.error.ConfigurationException;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import com.google.gson.JsonArray;
import java.util.List;
import java.util.Optional;
import kotlin.KotlinVersion;
import kotlin.enums.EnumEntries;
import okhttp3.Dispatcher;
import okhttp3.RequestBody;

/**
 * The libraries whose versions a user's build may pull down. A client is not made with one that is
 * too old: a payment would be made, and its response not be read.
 */
public final class Libraries {
  private static final Library CAFFEINE =
      new Library(
          "Caffeine",
          "com.github.ben-manes.caffeine:caffeine",
          "3.0",
          () -> Caffeine.class,
          () -> Policy.FixedExpiration.class);

  private static final Library GSON =
      new Library(
          "Gson",
          "com.google.code.gson:gson",
          "2.10",
          () -> JsonArray.class,
          () -> new JsonArray().asList());

  private static final Library KOTLIN =
      new Library(
          "Kotlin",
          "org.jetbrains.kotlin:kotlin-stdlib",
          "1.8",
          () -> KotlinVersion.class,
          () -> EnumEntries.class);

  private static final Library OKHTTP =
      new Library(
          "OkHttp",
          "com.squareup.okhttp3:okhttp",
          "4.12",
          () -> Dispatcher.class,
          () -> RequestBody.create("", null));

  private Libraries() {}

  /** Looked for once: the class path does not change. */
  private static final class Found {
    static final Optional<String> PROBLEM = firstProblem(List.of(GSON, KOTLIN, OKHTTP));
    static final Optional<String> CACHE_PROBLEM = firstProblem(List.of(CAFFEINE));
  }

  /**
   * Refuses a class path that a client cannot work with.
   *
   * @param caching whether the client caches responses
   * @throws ConfigurationException naming the first library that is too old or missing
   */
  public static void check(boolean caching) {
    Found.PROBLEM.ifPresent(Libraries::refuse);
    if (caching) {
      Found.CACHE_PROBLEM.ifPresent(Libraries::refuse);
    }
  }

  private static Optional<String> firstProblem(List<Library> libraries) {
    return libraries.stream().map(Library::problem).flatMap(Optional::stream).findFirst();
  }

  private static void refuse(String problem) {
    throw new ConfigurationException("class path", problem);
  }
}
