package cloud.finfusion.templates.view;

/**
 * An amount of money.
 *
 * @param value the accessor of its minor units
 * @param currency the accessor of its currency
 */
public record MoneyView(String value, String currency) {}
