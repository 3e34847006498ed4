package cloud.finfusion.templates.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the reference says of an operation: {@code vendorExtensions.reference} of it.
 *
 * @param request its method and path, as {@code POST /v2/payments}
 * @param anchor the link to it on its page
 * @param signatures the methods of the blocking facade
 * @param asyncSignatures the methods of the asynchronous facade
 * @param rows what it is given: path, query and the fields of the body
 * @param snippet a program that calls it; null if none can be made
 * @param noSnippet why there is none; null if there is one
 * @param returned what it returns, in a sentence
 * @param errors its documented error responses
 * @param credential what it is sent with, and the scopes that it needs, in a sentence
 * @param origin where the specification has it from, in a sentence; null if it does not say
 * @param behaviour how it is repeated, cached, paged and waited for, a sentence each
 */
public record ReferenceView(
    String request,
    String anchor,
    List<String> signatures,
    List<String> asyncSignatures,
    List<Row> rows,
    @Nullable SnippetView snippet,
    @Nullable String noSnippet,
    String returned,
    List<ErrorRow> errors,
    String credential,
    @Nullable String origin,
    List<String> behaviour) {

  /** Copies the lists. */
  public ReferenceView {
    signatures = List.copyOf(signatures);
    asyncSignatures = List.copyOf(asyncSignatures);
    rows = List.copyOf(rows);
    errors = List.copyOf(errors);
    behaviour = List.copyOf(behaviour);
  }

  /**
   * A parameter, or a field of the body.
   *
   * @param name its name as it is sent, with those of the fields around it
   * @param place where it is sent, as {@code query}
   * @param type its Java type
   * @param required whether it must be given
   * @param bounds what values it may have; empty for any
   * @param example a value of it, as JSON; null if there is none
   * @param doc what it means
   */
  public record Row(
      String name,
      String place,
      String type,
      boolean required,
      String bounds,
      @Nullable String example,
      String doc) {}

  /**
   * An error response.
   *
   * @param status its HTTP status, as {@code 404}
   * @param exception the exception that the client throws
   * @param doc when it comes
   */
  public record ErrorRow(String status, String exception, String doc) {}

  /**
   * A type that operations of a tag return: each of {@code returned} of a page.
   *
   * @param type the Java type
   * @param fields what it has
   */
  public record Returned(String type, List<Row> fields) {

    /** Copies the list. */
    public Returned {
      fields = List.copyOf(fields);
    }
  }
}
