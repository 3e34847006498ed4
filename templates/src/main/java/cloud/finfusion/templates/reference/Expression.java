package cloud.finfusion.templates.reference;

import java.util.List;
import java.util.stream.Collectors;

/** A Java expression, written on one line if it is short, else with a line for each call. */
sealed interface Expression {
  /** What fits beside the code of a page. */
  int WIDTH = 90;

  /** On one line. */
  String flat();

  /** On as many lines as it needs; the indent is that of its first line. */
  String at(int indent);

  /** Something that is never split. */
  record Text(String flat) implements Expression {
    @Override
    public String at(int indent) {
      return flat;
    }
  }

  /** {@code List.of(…)}, as any call of a method with arguments. */
  record Call(String method, List<Expression> arguments) implements Expression {
    @Override
    public String flat() {
      return arguments.stream()
          .map(Expression::flat)
          .collect(Collectors.joining(", ", method + "(", ")"));
    }

    @Override
    public String at(int indent) {
      String flat = flat();
      if (flat.length() + indent <= WIDTH) {
        return flat;
      }
      String margin = "\n" + " ".repeat(indent + 4);
      return arguments.stream()
          .map(each -> each.at(indent + 4))
          .collect(Collectors.joining("," + margin, method + "(" + margin, ")"));
    }
  }

  /** {@code Amount.builder().value(1).build()}, a chain of calls. */
  record Chain(String start, List<Call> calls) implements Expression {
    @Override
    public String flat() {
      return calls.stream().map(Call::flat).collect(Collectors.joining(".", start + ".", ""));
    }

    @Override
    public String at(int indent) {
      String flat = flat();
      if (flat.length() + indent <= WIDTH) {
        return flat;
      }
      String margin = "\n" + " ".repeat(indent + 4) + ".";
      return calls.stream()
          .map(each -> each.at(indent + 4))
          .collect(Collectors.joining(margin, start + margin, ""));
    }
  }
}
