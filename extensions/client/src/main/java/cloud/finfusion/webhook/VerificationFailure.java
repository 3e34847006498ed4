package cloud.finfusion.webhook;

/** Why a webhook is not accepted as genuine, in sentences that quote nothing of it. */
enum VerificationFailure {
  NO_SIGNATURE(
      "expected the header x-finfusion-signature, got none. Hand on the headers as they came."),
  MALFORMED_SIGNATURE(
      "expected a signature as the scheme writes it, got another text. Check which header it is."),
  SEVERAL_SIGNATURES(
      "expected one signature, got several. Several are taken only with several secrets, while"
          + " one replaces the other."),
  NO_TIMESTAMP(
      "expected the header x-finfusion-timestamp, got none. Hand on the headers as they came."),
  MALFORMED_TIMESTAMP(
      "expected a timestamp in Unix seconds, got another text. Check which header it is."),
  TOO_OLD(
      "expected a timestamp within the tolerance, got an older one: a repetition, or a clock that"
          + " is wrong."),
  TOO_NEW(
      "expected a timestamp within the tolerance, got one from the future. Check this machine's"
          + " clock."),
  FORGED(
      "expected a signature by one of the secrets, got another. Check the secret, and that the"
          + " body is as it came, byte for byte.");

  private final String sentence;

  VerificationFailure(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
