package cloud.finfusion.sandbox.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line has the documented options, and explains wrong ones in one sentence. */
@Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
class CommandLineTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void helpListsTheOptionsAndTheCommand() {
    assertThat(run("--port", "0", "--help")).isZero();

    assertThat(out.toString())
        .contains("--port=N", "--api-key=KEY", "--plan=PLAN", "--seed=N", "--faults=FAULT=SHARE")
        .contains("--oauth-client=ID:SECRET", "--forward-to=URL", "--log", "--help", "trigger")
        .contains("--host=ADDRESS", "--allow-remote");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void helpOfTheCommandListsItsOptions() {
    assertThat(run("trigger", "--help")).isZero();

    assertThat(out.toString()).contains("--port=N", "--url=URL", "TYPE", "payment.disputed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--prot 1                    | Unknown option --prot;",
        "--port                      | Missing required parameter for option '--port'",
        "--port x                    | Invalid value for option '--port': 'x' is not an int;",
        "--port 70000                | A port is 0 to 65535, not 70000",
        "--port 1 --port 2           | option '--port'",
        "--api-key sk_1              | A key of the sandbox begins with dev_",
        "--plan big                  | Invalid value for option '--plan': the plans are standard and high-volume, not 'big';",
        "--seed x                    | Invalid value for option '--seed': 'x' is not a long;",
        "--faults 503                | Invalid value for option '--faults' (FAULT=SHARE): faults are written as 503=0.05,drop=0.01, not as '503';",
        "--faults 503=               | Invalid value for option '--faults' (FAULT=SHARE): faults are written as",
        "--faults 503=-1             | Invalid value for option '--faults' (FAULT=SHARE): faults are written as",
        "--faults 200=1              | Invalid value for option '--faults' (FAULT=SHARE): a fault is a status 400 to 599,",
        "--faults loss=1             | Invalid value for option '--faults' (FAULT=SHARE): a fault is a status 400 to 599,",
        "--faults 503=5              | Invalid value for option '--faults' (FAULT=SHARE): a share is 0 to 1, not 5;",
        "--faults 503=0.9,drop=0.9   | The shares of a mix are 0 or more and at most 1 together, not 1.8",
        "--faults pay.create:503=1   | The specification has no operation pay.create.",
        "--forward-to :              | Invalid value for option '--forward-to': a URL is written as http://127.0.0.1:8080/path;",
        "--forward-to ftp://a/       | Invalid value for option '--forward-to': a URL is written as",
        "--forward-to http://a.test/ | Events are sent to http and https URLs of this machine;",
        "--host 0.0.0.0              | Other machines can reach 0.0.0.0; allowRemote(), or --allow-remote",
        "trigger                     | Missing required parameter: 'TYPE';",
        "trigger payment.disputed    | Missing required argument (specify one of these): (--port=N | --url=URL);",
        "trigger a --port 1 --url http://a | --port=N, --url=URL are mutually exclusive",
        "trigger a --url a           | Invalid value for option '--url': a URL is written as"
      })
  void aWrongCommandLineIsOneSentence(String arguments, String sentence) {
    assertThat(run(arguments.split(" ", -1))).isEqualTo(2);

    assertThat(err.toString()).startsWith(sentence).hasLineCount(1);
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev_hidden",
        "--api-kye=dev_hidden",
        "--oauth-client hidden",
        "--oauth-client :hidden",
        "--forward-to htp://hidden@localhost/"
      })
  void aSentenceRepeatsNoSecret(String arguments) {
    assertThat(run(arguments.split(" ", -1))).isEqualTo(2);

    assertThat(err.toString()).doesNotContain("hidden").hasLineCount(1);
  }

  @Test
  void aClientOfTheCommandLineHidesItsSecret() {
    OAuthClient client = new OAuthClient.Converter().convert("shop:a:b");

    assertThat(client.secret()).isEqualTo("a:b");
    assertThat(client).hasToString("shop:***");
  }

  private int run(String... args) {
    return Main.command()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }
}
