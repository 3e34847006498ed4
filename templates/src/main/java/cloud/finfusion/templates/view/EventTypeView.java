package cloud.finfusion.templates.view;

/**
 * A type of event: each of {@code specification.eventTypes}.
 *
 * @param constant the name of its constant, as {@code PAYMENT_SUCCEEDED}
 * @param type the type as events have it, as {@code payment.succeeded}, escaped for a Java literal
 */
public record EventTypeView(String constant, String type) {}
