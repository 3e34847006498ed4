package cloud.finfusion.verification.logscan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A search that finds nothing proves something only if it would have found it. */
class SearchTest {
  @TempDir Path root;
  private Path log;

  @BeforeEach
  void folders() throws Exception {
    Path target = Files.createDirectories(root.resolve("module/target/log-secret-scan-reports"));
    log = target.resolve("a.xml");
  }

  private static String secret(SecretPattern pattern) {
    return switch (pattern) {
      case MADE_UP -> "dev_CANARY";
      case CARD_NUMBER -> "4242 ".repeat(4).strip();
      case CVC -> "\"cvc\":\"" + 987 + "\"";
      case API_KEY -> "dev" + "_a1".repeat(1) + "b2".repeat(8);
      case OAUTH_TOKEN -> "tok_" + "b2".repeat(8);
      case WEBHOOK_SECRET -> "whsec_" + "b2".repeat(8);
      case HEADER -> "Set-Cookie=" + "session=1";
    };
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  @DisplayName("C140 a secret is found, with its file and line, and not shown")
  void aSecret(SecretPattern pattern) throws Exception {
    Files.writeString(log, "one\ntwo " + secret(pattern) + " three\n");

    assertThat(new Search().below(root).hits()).containsExactly(log + ":2: " + pattern);
  }

  @Test
  void whatIsRedactedIsNone() throws Exception {
    Files.writeString(log, "Authorization=***, Set-Cookie=*** cvc=*** dev_*** whsec_*** tok_1\n");

    Search search = new Search().below(root);

    assertThat(search.hits()).isEmpty();
    assertThat(search.sawTheLog()).isFalse();
    Files.writeString(log, "Authorization=***\na call failed\n");
    assertThat(new Search().below(root).sawTheLog()).isTrue();
  }

  @Test
  void filesOfOtherRunsAreNotSearched() throws Exception {
    Files.writeString(root.resolve("module/target/other.log"), secret(SecretPattern.MADE_UP));

    assertThat(new Search().below(root))
        .hasToString(
            "log secret scan: 0 files, 0 bytes, 7 patterns, 0 hits (0 redacted keys, 0 failed calls seen)");
  }
}
