package cloud.finfusion.templates.view;

import org.jspecify.annotations.Nullable;

/**
 * A property of a model: {@code vendorExtensions.view} of it.
 *
 * @param row its line in the model's table of properties, as {@code .optional("name", Json.STRING,
 *     m -> m.name)}
 * @param index its place in that table
 * @param adapter the expression for its Gson adapter
 * @param field its name in JSON, escaped for Java
 * @param accessorType what the accessor returns
 * @param parameterType what the builder's method takes, with {@code @Nullable} if it may be null
 * @param nullable whether the accessor may return null
 * @param nullState whether null and absent differ
 * @param presenceMethod the method that returns whether it is present, as {@code hasName}; null if
 *     they are the same
 * @param constant the only value that it has in its kind of a union, escaped for Java; null if
 *     there may be others
 * @param inherited whether the union declares field and accessor
 */
public record PropertyView(
    String row,
    int index,
    String adapter,
    String field,
    String accessorType,
    String parameterType,
    boolean nullable,
    boolean nullState,
    @Nullable String presenceMethod,
    @Nullable String constant,
    boolean inherited) {}
