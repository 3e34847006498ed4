package cloud.finfusion.sandbox.internal.spec;

import cloud.finfusion.sandbox.internal.http.FieldError;
import com.atlassian.oai.validator.report.ValidationReport.Message;
import com.atlassian.oai.validator.report.ValidationReport.MessageContext;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Translates the validator's messages into field errors that never repeat submitted values. */
final class FieldErrors {
  /** The messages that quote no value of the request; a value may be a card number. */
  private static final Pattern WITHOUT_VALUES =
      Pattern.compile(
          ".*\\.(type|minimum|maximum|minItems|maxItems|missing|unexpected"
              + "|contentType\\.\\w+|collection\\.\\w+)");

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
  private static final Pattern PATH_PREFIX = Pattern.compile("^\\[Path '[^']*'] ");

  private FieldErrors() {}

  static List<FieldError> of(List<Message> messages) {
    boolean discriminated = messages.stream().anyMatch(m -> keyword(m).equals("discriminator"));
    return messages.stream()
        // the discriminator names the union's member; errors of the other members mislead
        .filter(message -> !(discriminated && keyword(message).equals("oneOf")))
        .flatMap(FieldErrors::leaves)
        .flatMap(FieldErrors::details)
        .distinct()
        .toList();
  }

  static boolean isAboutParameter(Message message) {
    return message.getContext().flatMap(MessageContext::getParameter).isPresent();
  }

  private static Stream<Message> leaves(Message message) {
    return message.getNestedMessages().isEmpty()
        ? Stream.of(message)
        : message.getNestedMessages().stream().flatMap(FieldErrors::leaves);
  }

  private static Stream<FieldError> details(Message message) {
    String field = field(message);
    return keyword(message).equals("required")
        ? QUOTED.matcher(message.getMessage()).results().map(name -> missing(field, name))
        : Stream.of(new FieldError(field, sentence(message)));
  }

  private static FieldError missing(String parent, MatchResult name) {
    return new FieldError(
        parent.isEmpty() ? name.group(1) : parent + "." + name.group(1), "is required");
  }

  private static String field(Message message) {
    Optional<MessageContext> context = message.getContext();
    return context
        .flatMap(MessageContext::getParameter)
        .map(Parameter::getName)
        .or(() -> context.flatMap(MessageContext::getPointers).map(p -> dotted(p.getInstance())))
        .orElse("");
  }

  private static String dotted(String pointer) {
    return pointer.replaceFirst("^/", "").replace('/', '.').replace("~1", "/").replace("~0", "~");
  }

  private static String sentence(Message message) {
    return WITHOUT_VALUES.matcher(message.getKey()).matches()
        ? PATH_PREFIX.matcher(message.getMessage()).replaceFirst("")
        : "does not satisfy '" + keyword(message) + "' of the specification";
  }

  private static String keyword(Message message) {
    return message.getKey().substring(message.getKey().lastIndexOf('.') + 1);
  }
}
