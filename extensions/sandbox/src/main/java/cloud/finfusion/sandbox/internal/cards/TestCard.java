package cloud.finfusion.sandbox.internal.cards;

import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A card that the sandbox gives an outcome of its own.
 *
 * @param name the name of its constant
 * @param effect what happens, in words
 * @param outcome what becomes of a payment of an amount
 */
public record TestCard(
    String name, String number, String effect, LongFunction<CardOutcome> outcome) {
  public static TestCard of(String name, String number, String effect, CardOutcome outcome) {
    return new TestCard(name, number, effect, amount -> outcome);
  }

  /** A card whose amounts decide: the last two digits are a response code of ISO 8583. */
  public static TestCard byAmount(String name, String number) {
    String codes =
        Stream.of(Decline.values())
            .map(each -> "%02d `%s`".formatted(each.isoCode(), each))
            .collect(Collectors.joining(", "));
    return new TestCard(
        name,
        number,
        "as the last two digits of the amount say: " + codes + "; all others succeed",
        amount -> CardOutcome.decided(Decline.ofIsoCode(amount % 100)));
  }
}
