package cloud.finfusion.metrics;

/**
 * Where the requests of an operation go, without any id: the same for each call of the operation,
 * so that each field may become a metric's tag or a span's attribute.
 *
 * @param method the HTTP method, as {@code POST}
 * @param route the path with the names of its arguments, as {@code /v2/payments/{payment_id}}
 * @param scheme {@code https}, or {@code http} to this machine
 * @param host the host of the base URL
 * @param port the port of the base URL
 */
public record RequestTarget(String method, String route, String scheme, String host, int port) {}
