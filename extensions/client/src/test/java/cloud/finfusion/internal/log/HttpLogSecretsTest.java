package cloud.finfusion.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTTP log redacts each name that is a secret's, and each kind of key wherever it stands. */
class HttpLogSecretsTest {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

  private static String json(String body) {
    return HttpLogFormat.body(JSON, ByteString.encodeUtf8(body), SensitiveFields.KNOWN);
  }

  private static String form(String body) {
    return HttpLogFormat.body(FORM, ByteString.encodeUtf8(body), SensitiveFields.KNOWN);
  }

  private static String url(String path) {
    return HttpLogFormat.url(HttpUrl.get("https://a.example/v2/" + path), SensitiveFields.KNOWN);
  }

  private static String headers(String name, String value) {
    return HttpLogFormat.headers(Headers.of(name, value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "access_token",
        "account_number",
        "api_key",
        "authorization",
        "bank_account_number",
        "card_number",
        "client_secret",
        "cookie",
        "cvc",
        "cvv",
        "data",
        "iban",
        "key",
        "national_id",
        "number",
        "pan",
        "passphrase",
        "password",
        "pin",
        "private_key",
        "refresh_token",
        "secret",
        "ssn",
        "tax_id",
        "token"
      })
  void aSecretsNameIsKnownHoweverItIsWritten(String name) {
    String plain = name.replace("_", "");
    for (String each :
        new String[] {name, plain, plain.toUpperCase(Locale.ROOT), name.replace('_', '-')}) {
      assertThat(json("{\"a\":[{\"" + each + "\":\"CANARY\",\"b\":1}]}"))
          .isEqualTo("{\"a\":[{\"" + each + "\":\"***\",\"b\":1}]}");
      assertThat(json("{\"" + each + "\":true}")).isEqualTo("{\"" + each + "\":\"***\"}");
      assertThat(form(each + "=CANARY&b=1")).isEqualTo(each + "=***&b=1");
      assertThat(url("a?" + each + "=CANARY")).isEqualTo("/v2/a?" + each + "=***");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"webhook_secret", "newPassword", "id-token", "CLIENT_SECRET"})
  void aNameThatEndsInASecretsIsOneToo(String name) {
    assertThat(json("{\"" + name + "\":\"CANARY\"}")).isEqualTo("{\"" + name + "\":\"***\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"keyboard", "id", "note", "company", "numbers", "tokens_used", "pinned"})
  void anotherNameIsShown(String name) {
    assertThat(json("{\"" + name + "\":\"shown\"}")).isEqualTo("{\"" + name + "\":\"shown\"}");
    assertThat(form(name + "=shown")).isEqualTo(name + "=shown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev_", "prod_", "rest_", "sk_", "whsec_"})
  void aKeyIsRedactedWhereverItStands(String prefix) {
    String key = prefix + "CANARY-1.x/y+z=";

    assertThat(json("{\"note\":\"" + key + "\"}")).isEqualTo("{\"note\":\"***\"}");
    assertThat(json("[\"the key " + key + ", is old\"]")).isEqualTo("[\"the key ***, is old\"]");
    assertThat(json("[\"(" + prefix + "CANARY)\"]")).doesNotContain("CANARY");
    assertThat(json("{\"" + key + "\":1}")).isEqualTo("{\"***\":1}");
    assertThat(form("a=" + prefix + "CANARY&b=2")).isEqualTo("a=***&b=2");
    assertThat(url("keys/" + prefix + "CANARY?q=" + prefix + "CANARY")).doesNotContain("CANARY");
    assertThat(headers("X-Request-Id", "id " + key)).isEqualTo("{X-Request-Id=id ***}");
  }

  @Test
  void whatOnlyLooksAlikeIsShown() {
    String text = "{\"a\":\"the rest of the prod line, dev team, ask_me\"}";

    assertThat(json(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "Proxy-Authorization",
        "Cookie",
        "Set-Cookie",
        "X-API-Key",
        "X-A"
      })
  void aHeaderThatIsNotKnownToBeHarmlessIsRedacted(String name) {
    assertThat(headers(name, "CANARY")).isEqualTo("{" + name + "=***}");
  }
}
