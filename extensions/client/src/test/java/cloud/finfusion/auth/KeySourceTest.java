package cloud.finfusion.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.error.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where keys come from, and what happens when they change there. */
class KeySourceTest {
  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void aFileWithAKey() throws Exception {
    file = Files.writeString(folder.resolve("key"), "dev_one\n");
  }

  @Test
  void aFileIsReadAgainWhenItChanges() throws Exception {
    Credential credential = Credential.apiKey(KeySource.file(file));
    assertThat(credential.token()).isEqualTo("dev_one");

    Files.writeString(file, " dev_other \r\n");

    assertThat(credential.token()).isEqualTo("dev_other");
  }

  @Test
  void aSecretThatIsMountedAnewIsSeenThoughItIsAsLongAndAsOld() throws Exception {
    Credential credential = Credential.apiKey(KeySource.file(file));
    credential.token();
    Path next = Files.writeString(folder.resolve("next"), "dev_two\n");
    Files.setLastModifiedTime(next, Files.getLastModifiedTime(file));

    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);

    assertThat(credential.token()).isEqualTo("dev_two");
  }

  @Test
  void aFileThatIsGoneOrEmptyForAWhileLeavesTheKeyInUse() throws Exception {
    Credential credential = Credential.apiKey(KeySource.file(file));
    credential.token();

    Files.delete(file);
    assertThat(credential.token()).isEqualTo("dev_one");
    Files.writeString(file, "\n");
    assertThat(credential.token()).isEqualTo("dev_one");
    Files.writeString(file, "dev_back");
    assertThat(credential.token()).isEqualTo("dev_back");
  }

  @Test
  void aRefusedKeyIsLookedUpAgain() {
    String[] key = {"dev_one"};
    Credential credential = Credential.apiKey(() -> key[0]);
    assertThat(credential.refused("dev_one")).isFalse();

    key[0] = "dev_two";

    assertThat(credential.refused("dev_one")).isTrue();
    assertThat(credential.token()).isEqualTo("dev_two");
  }

  @Test
  void theFirstPlaceThatHasAKeyWins() {
    String name = "finfusion.test." + UUID.randomUUID();
    KeySource chain =
        KeySource.firstOf(
            KeySource.systemProperty(name),
            KeySource.environmentVariable("FINFUSION_TEST_NOT_SET"),
            KeySource.file(file));
    assertThat(chain.key()).isEqualTo("dev_one");

    System.setProperty(name, "dev_property");

    assertThat(chain.key()).isEqualTo("dev_property");
    System.setProperty(name, " ");
    assertThat(chain.key()).isEqualTo("dev_one");
    System.clearProperty(name);
  }

  @Test
  void noKeyAnywhereNamesThePlaces() {
    Credential credential =
        Credential.apiKey(
            KeySource.firstOf(
                KeySource.environmentVariable("FINFUSION_TEST_NOT_SET"),
                KeySource.file(Path.of("nowhere"))));

    assertThatThrownBy(credential::token)
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "apiKey: expected a key in one of environment variable FINFUSION_TEST_NOT_SET, "
                + "file nowhere, found none. Put one there.");
    assertThat(credential.toString())
        .isEqualTo("ApiKey(from environment variable FINFUSION_TEST_NOT_SET, file nowhere)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "dev_CANARY\n", "dev_CANARY x", "dev_CANARY\0", "dev_CANARYé"})
  @DisplayName("C141 a key that cannot stand in a header is refused and not shown")
  void aKeyThatCannotBe(@Nullable String key) {
    Credential credential = Credential.apiKey(() -> key);

    assertThatThrownBy(credential::token)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("apiKey: expected ")
        .hasMessageNotContaining("CANARY");
  }
}
