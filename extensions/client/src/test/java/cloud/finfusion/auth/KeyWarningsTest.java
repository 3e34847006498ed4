package cloud.finfusion.auth;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.testing.CapturedLog;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The log warns of a key that is old and of a key file that was emptied, each once. */
class KeyWarningsTest {
  @Test
  void anOldKeyThatSigns() throws Exception {
    CapturedLog.of(OldKeySigns.class);
  }

  public static final class OldKeySigns implements Runnable {
    @Override
    public void run() {
      useKeyMadeBefore(Duration.ofDays(90));
      assertThat(CapturedLog.lines()).isEmpty();

      useKeyMadeBefore(Duration.ofDays(92).minusNanos(1));

      assertThat(CapturedLog.lines())
          .containsExactly("the API key is 91 days old; rotate it every 90");
    }

    private static void useKeyMadeBefore(Duration age) {
      try (FakeServer server = new FakeServer().responds(FakeServer.json(Samples.CUSTOMER));
          FinFusion client =
              TestClients.of(server).keyCreatedAt(FakeTime.START.minus(age)).build()) {
        client.customers().retrieve("cust_1");
        client.async().customers().retrieve("cust_1").join();
      }
    }
  }

  @Test
  void anOldKeyThatTheApiKnows() throws Exception {
    CapturedLog.of(OldKeyAtTheApi.class);
  }

  public static final class OldKeyAtTheApi implements Runnable {
    @Override
    public void run() {
      assertThat(ageOfKeyMadeAt("2015-07-23T07:27:55Z")).isEqualTo(Duration.ofDays(90));
      assertThat(CapturedLog.lines()).isEmpty();

      assertThat(ageOfKeyMadeAt("2015-07-22T07:27:55Z")).isEqualTo(Duration.ofDays(91));

      assertThat(CapturedLog.lines())
          .containsExactly("the API key is 91 days old; rotate it every 90");
    }

    private static Duration ageOfKeyMadeAt(String time) {
      String key =
          "{\"id\":\"key_1\",\"name\":\"n\",\"type\":\"development\",\"status\":\"active\",\"created_at\":\""
              + time
              + "\"}";
      try (FakeServer server = new FakeServer().responds(FakeServer.json(key));
          FinFusion client = TestClients.of(server).build()) {
        return Objects.requireNonNull(client.keyAge("key_1"));
      }
    }
  }

  @Test
  void aKeyFileThatWasEmptied() throws Exception {
    CapturedLog.of(EmptiedFile.class);
  }

  public static final class EmptiedFile implements Runnable {
    @Override
    public void run() {
      try {
        String name = "finfusion-" + UUID.randomUUID() + ".key"; // nothing that may be a card
        Path file = Files.createFile(Path.of(System.getProperty("java.io.tmpdir"), name));
        warns(KeySource.file(file), file);
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }

    private static void warns(KeySource source, Path file) throws IOException {
      String warning =
          "the key file " + file + " holds no key any more; the key read last is still used";
      assertThat(source.key()).as("there never was one").isNull();
      assertThat(CapturedLog.lines()).isEmpty();

      Files.writeString(file, "dev_one");
      Credential credential = Credential.apiKey(source);
      assertThat(credential.token()).isEqualTo("dev_one");
      Files.writeString(file, "");
      assertThat(credential.token() + credential.token()).isEqualTo("dev_onedev_one");
      assertThat(CapturedLog.lines()).as("once").containsExactly(warning);

      Files.writeString(file, "dev_three");
      assertThat(credential.token()).isEqualTo("dev_three");
      Files.delete(file);
      assertThat(credential.token() + credential.token()).isEqualTo("dev_threedev_three");
      assertThat(CapturedLog.lines()).as("again, as it came back").hasSize(2).containsOnly(warning);
    }
  }

  @Test
  void aKeyFileThatNeverWasIsNoWarning() throws Exception {
    CapturedLog.of(NoFile.class);
  }

  public static final class NoFile implements Runnable {
    @Override
    public void run() {
      assertThat(KeySource.file(Path.of("nowhere")).key()).isNull();
      assertThat(CapturedLog.lines()).isEmpty();
    }
  }
}
