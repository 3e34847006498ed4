package cloud.finfusion.internal.credential;

import cloud.finfusion.runtime.Operation.CredentialPlace;
import okhttp3.Request;

/**
 * A place for a credential in a request.
 *
 * @param in where it stands
 * @param parameter the header, the query parameter or the cookie
 */
record SignedPart(CredentialPlace in, String parameter) {
  Request signed(Request request, String value) {
    Request.Builder signed = request.newBuilder();
    switch (in) {
      case BEARER -> signed.header(parameter, "Bearer " + value);
      case BASIC -> signed.header(parameter, "Basic " + value);
      case HEADER -> signed.header(parameter, value);
      case QUERY ->
          signed.url(request.url().newBuilder().setQueryParameter(parameter, value).build());
      case COOKIE -> signed.header("Cookie", cookies(request, parameter + "=" + value));
    }
    return signed.build();
  }

  /** All cookies stand in one header (RFC 6265, section 5.4). */
  private static String cookies(Request request, String added) {
    String others = request.header("Cookie");
    return others == null ? added : others + "; " + added;
  }
}
