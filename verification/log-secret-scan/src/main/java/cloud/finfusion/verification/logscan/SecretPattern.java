package cloud.finfusion.verification.logscan;

import java.util.regex.Pattern;

/** How a secret of the tests looks. */
enum SecretPattern {
  /** Keys, passwords, tokens and texts of exceptions that tests make up. */
  MADE_UP("CANARY"),
  CARD_NUMBER("4242[ -]?4242[ -]?4242[ -]?4242|4000[ -]?0000[ -]?0000[ -]?0002"),
  CVC("cvc\\W{1,4}\\d{3}"),
  /** As the sandbox makes them. */
  API_KEY("\\b(dev|prod|rest)_[A-Za-z0-9]{16,}"),
  OAUTH_TOKEN("\\b(tok|rt)_[A-Za-z0-9]{16,}"),
  WEBHOOK_SECRET("whsec_[A-Za-z0-9]{16,}"),
  HEADER(
      "(?i)(authorization|x-api-key|set-cookie|\\bcookie)[=:] ?(?!\\*\\*\\*)(Bearer|Basic|\\w+=)");

  private final Pattern pattern;

  SecretPattern(String regex) {
    pattern = Pattern.compile(regex);
  }

  boolean isIn(String line) {
    return pattern.matcher(line).find();
  }
}
