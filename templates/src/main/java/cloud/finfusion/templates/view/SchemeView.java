package cloud.finfusion.templates.view;

import org.jspecify.annotations.Nullable;

/**
 * A security scheme.
 *
 * @param name the name that the specification gives it, as Java writes a text
 * @param place where the credential stands, a constant of {@code Operation.CredentialPlace}
 * @param parameter the header, the query parameter or the cookie, as Java writes a text; null for
 *     {@code Authorization}
 */
public record SchemeView(String name, String place, @Nullable String parameter) {}
