package cloud.finfusion.sandbox.program;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints one sentence for what went wrong: 2 for a wrong command line, 1 for all else. */
final class ErrorSentences implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final Pattern NOT_PRINTABLE = Pattern.compile("[\\s\\p{Cntrl}]+");

  @Override
  public int handleParseException(ParameterException error, String[] args) {
    String message =
        error instanceof UnmatchedArgumentException unmatched
            ? unknown(unmatched)
            : String.valueOf(error.getMessage()).replaceFirst("^Error: ", "");
    return print(error.getCommandLine(), message + "; --help lists the options.", ExitCode.USAGE);
  }

  @Override
  public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed)
      throws Exception {
    if (error instanceof IllegalArgumentException) {
      return print(command, String.valueOf(error.getMessage()), ExitCode.USAGE);
    }
    if (error instanceof IllegalStateException) {
      return print(command, String.valueOf(error.getMessage()), ExitCode.SOFTWARE);
    }
    throw error;
  }

  private static int print(CommandLine command, String sentence, int code) {
    command.getErr().println(NOT_PRINTABLE.matcher(sentence).replaceAll(" ").strip());
    return code;
  }

  /** Names an option without its value, and no other word: either may be a secret. */
  private static String unknown(UnmatchedArgumentException error) {
    String options =
        error.getUnmatched().stream()
            .filter(word -> word.startsWith("-"))
            .map(word -> word.split("=", 2)[0])
            .collect(Collectors.joining(", "));
    return options.isEmpty() ? "A word belongs to no option" : "Unknown option " + options;
  }
}
