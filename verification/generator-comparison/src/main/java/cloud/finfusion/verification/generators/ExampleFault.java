package cloud.finfusion.verification.generators;

import java.lang.reflect.InvocationTargetException;

/** What became of an example that was not kept. */
record ExampleFault(Kind kind, String sentence) {
  enum Kind {
    UNREADABLE,
    CHANGED
  }

  static ExampleFault unreadable(InvocationTargetException refused) {
    return new ExampleFault(Kind.UNREADABLE, String.valueOf(refused.getCause()));
  }

  static ExampleFault changed(String sent, String back) {
    return new ExampleFault(Kind.CHANGED, "sent " + sent + ", got back " + back);
  }
}
