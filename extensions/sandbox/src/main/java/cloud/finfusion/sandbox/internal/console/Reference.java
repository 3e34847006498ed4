package cloud.finfusion.sandbox.internal.console;

import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.spec.Spec;

/** The page that Redoc makes of the specification. */
final class Reference {
  /** Of the file that shows Redoc's own picture, which is on another host. */
  private static final String PICTURE = "https://cdn.redoc.ly/redoc/logo-mini.svg";

  /** A style element that is empty, and filled by script. */
  private static final String EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

  /** The style element of its scroll bars: always the same text. */
  private static final String SCROLL_BARS = "'sha256-QMIg+bpjm3JdElJ388KYke01izlUW0UoNOeKjpMxdgc='";

  /**
   * As tight as Redoc allows: it has icons in data: URLs and two style elements, and makes markup
   * of the text of the specification.
   */
  static final String POLICY =
      "default-src 'self'; img-src 'self' data:; style-src 'self' "
          + EMPTY_STYLE
          + " "
          + SCROLL_BARS
          + ";"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final Spec spec;

  Reference(Spec spec) {
    this.spec = spec;
  }

  /** Redoc without its picture, so that the page does not even ask for it. */
  static String withoutPicture(String redoc) {
    return redoc.replace(PICTURE, "data:,");
  }

  ApiResponse specification() {
    return Pages.response("application/json", spec.json());
  }
}
