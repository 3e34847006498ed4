package cloud.finfusion.sandbox.internal.console;

import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.spec.Spec;

/** The page that Redoc makes of the specification. */
final class Reference {
  /**
   * As tight as Redoc allows, which makes markup of text, puts icons into data: URLs, and makes an
   * empty style element, whose hash this is, and fills it by script.
   */
  static final String POLICY =
      "default-src 'self'; img-src 'self' data:;"
          + " style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final Spec spec;

  Reference(Spec spec) {
    this.spec = spec;
  }

  ApiResponse specification() {
    return Pages.response("application/json", spec.json());
  }
}
