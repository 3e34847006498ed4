package cloud.finfusion.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.runtime.SafeText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Keys and numbers of cards are found though letters stand around them; what only looks so stays.
 */
class GluedSecretsTest {
  private static final String CARD = "5454545454545454";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xdev_SAMPLE0123456789",
        "1prod_SAMPLE0123456789",
        "FINFUSION_API_KEY_rest_SAMPLE0123456789",
        "keysk_live_51H8SAMPLE",
        "\u00e9whsec_SAMPLE01234",
        "taskdev_SAMPLE0123456789", // and an end of a word before it
        "xsk_SAMPLE-SAMPLE-SAMPLE0123",
        "xdev_ABCDEFGHIJKLMNOPQRSTU" // without a digit, but longer than words are
      })
  void aKeyIsRedacted(String key) {
    assertThat(SafeText.redact("the key " + key + " is old"))
        .matches("the key [\\p{L}\\p{N}_]+\\*\\*\\* is old")
        .doesNotContain("SAMPLE", "GHIJ");
    assertThat(SafeText.holdsSecret(key)).isTrue();
    assertThat(SafeText.name(key)).isEqualTo("***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "risk_score_2024",
        "risk_assessment_of_customers",
        "task_20240315",
        "desk_lamp",
        "interest_rate",
        "interest_calculation",
        "preprod_database1",
        "webdev_team",
        "task_ab345678-cd34-ef56", // groups that are too short
        "forest_"
      })
  void aWordIsNoKey(String word) {
    assertThat(SafeText.redact("at " + word + " and")).isEqualTo("at " + word + " and");
    assertThat(SafeText.holdsSecret(word)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CARD,
        "5454 5454 5454 5454",
        "5454-5454-5454-5454",
        "4222222222222", // 13 digits
        "378282246310005", // 15
        "4917610000000000003" // 19
      })
  void aCardIsRedacted(String card) {
    assertThat(SafeText.redact("n" + card)).isEqualTo("n***");
    assertThat(SafeText.redact("a1n" + card + "x, b")).isEqualTo("a1n***x, b");
    assertThat(SafeText.redact("n" + card + " 17")).isEqualTo("n*** 17");
    assertThat(SafeText.redact("pay_n" + card)).isEqualTo("pay_n***");
    assertThat(SafeText.holdsSecret("n" + card + "x")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pay_" + CARD, // an id
        "n5454545454544241", // another check digit
        "n501800000009", // 12 digits
        "n54545454545454545454", // 20
        "n5454545454545454000000", // 22
        "v1700000000000",
        "0x0000000000000000", // no card starts with zero
        "n5454  5454  5454  5454"
      })
  void anotherNumberIsShown(String text) {
    assertThat(SafeText.redact("at " + text + " and")).isEqualTo("at " + text + " and");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00000000-0000-0000-0000-000000000000",
        "11111111-1111-4111-8111-111111111111",
        "3f2504e0-5454-5454-5454-545454545454",
        "54545454-5454-5454-b242-0305e82c3301",
        "3F2504E0-4F89-41D3-9A0C-501800000009",
        "501800000009abcd501800000009cd42", // 32 hexadecimal digits
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495501800000009",
        "501800000009c44298fc1c149afbf4c8996fb924"
      })
  void aUuidOrAHashIsNoCard(String id) {
    for (String text : new String[] {id, "pay_" + id, "at " + id + ", " + id, id + ":1"}) {
      assertThat(SafeText.redact(text)).isEqualTo(text);
      assertThat(SafeText.holdsSecret(text)).as(text).isFalse();
    }
    assertThat(SafeText.name(id)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "e3b0cf" + CARD + "fafbf4c8996fb92427ae41e4649b934ca495",
        CARD + "c8996fb92427ae41e4649b934ca495",
        "c8996fb92427ae41e4649b934ca4cf" + CARD
      })
  void aWholeCardWithinAHashIsRedacted(String hash) {
    assertThat(SafeText.redact(hash)).isEqualTo(hash.replace(CARD, "***"));
    assertThat(SafeText.holdsSecret(hash)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3f2504e0-5454-5454-5454-5454545454540", // one more digit than a UUID has
        "3f2504e0-5454-5454-5454545454545454",
        "3f2504e5454545454545454",
        "54545454545454545454545454545454" // no letter, so no hash
      })
  void whatIsNearlyAUuidOrAHashIsSearched(String text) {
    assertThat(SafeText.redact(text)).contains("***").doesNotContain("5454");
    assertThat(SafeText.holdsSecret(text)).isTrue();
  }

  @Test
  void allThatIsASecretInALineIsRedacted() {
    assertThat(
            SafeText.redact(
                "n" + CARD + ",xdev_SAMPLE0123456789,pay_" + CARD + ",n" + CARD + "," + CARD))
        .isEqualTo("n***,x***,pay_" + CARD + ",n***,***");
  }
}
