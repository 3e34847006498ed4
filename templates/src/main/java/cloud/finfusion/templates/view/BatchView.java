package cloud.finfusion.templates.view;

import org.jspecify.annotations.Nullable;

/**
 * An operation whose one request holds many items.
 *
 * @param request the model of the request
 * @param response the model of the response
 * @param item the Java type of an item
 * @param value the Java type of what is made of an item
 * @param items the setter of the request that takes the items
 * @param itemsField the field of that setter
 * @param maxItems how many items a request may hold
 * @param key the accessor and setter of an item's idempotency key
 * @param results the accessor of the response that returns the results
 * @param index the accessor of a result that returns the place of its item
 * @param valueAccessor the accessor of a result that returns what was made of the item
 * @param error the accessor of a result that returns why the item was refused
 * @param status the accessor of a result that returns the item's HTTP status; null if there is none
 * @param bulk the method that takes an iterator of items, as {@code bulk}
 */
public record BatchView(
    String request,
    String response,
    String item,
    String value,
    String items,
    String itemsField,
    int maxItems,
    String key,
    String results,
    String index,
    String valueAccessor,
    String error,
    @Nullable String status,
    String bulk) {}
