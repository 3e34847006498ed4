package cloud.finfusion.templates.wire;

import cloud.finfusion.templates.view.TagView;

/**
 * The expressions for the facades of a tag.
 *
 * @param blocking as {@code client.payments()}
 * @param async as {@code client.async().payments()}
 */
record Facades(String blocking, String async) {

  /** Methods of the published client. */
  static Facades published(TagView tag) {
    String method = tag.accessor() + "()";
    return new Facades("client." + method, "client.async()." + method);
  }

  /** Of operations beside those of the published client. */
  static Facades own(TagView tag) {
    String start = "client.resource(";
    return new Facades(start + tag.facade() + "::new)", start + "Async" + tag.facade() + "::new)");
  }
}
