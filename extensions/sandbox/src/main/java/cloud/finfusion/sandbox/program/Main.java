package cloud.finfusion.sandbox.program;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The command line program: runs a sandbox until the process is stopped, or triggers an event. */
final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(command().execute(args));
  }

  static CommandLine command() {
    ErrorSentences errors = new ErrorSentences();
    return new CommandLine(new SandboxCommand())
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
  }
}
