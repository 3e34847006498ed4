package cloud.finfusion.templates.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wire tests of an operation: {@code vendorExtensions.wire} of it.
 *
 * @param test the class, as {@code CreateTest}
 * @param behaviours the interfaces that add the tests of its extensions
 * @param request the arguments of the expectation: name, method and path, as Java
 * @param expectation calls that say what is sent and received, as {@code .query("limit", "20")}
 * @param statements what stands before the calls
 * @param call the call of the blocking facade
 * @param asyncCall the call of the asynchronous facade, a future
 * @param result whether the blocking call returns something
 * @param items the items of a batch; null if it is none
 * @param waitCall the call that waits for a state; null if there is none
 * @param noTests why there are no tests; null if there are
 */
public record WireView(
    String test,
    List<String> behaviours,
    String request,
    List<String> expectation,
    List<String> statements,
    String call,
    String asyncCall,
    boolean result,
    @Nullable Items items,
    @Nullable String waitCall,
    @Nullable String noTests) {

  /** Copies the lists. */
  public WireView {
    behaviours = List.copyOf(behaviours);
    expectation = List.copyOf(expectation);
    statements = List.copyOf(statements);
  }

  /** Of an operation that the specification says too little of. */
  public static WireView without(String test, String reason) {
    return new WireView(
        test, List.of(), "", List.of(), List.of(), "", "", false, null, null, reason);
  }

  /**
   * The items that are sent in batches.
   *
   * @param type the Java type of an item
   * @param json an item, as a Java literal
   * @param call the call of the blocking facade, with a variable {@code item}
   */
  public record Items(String type, String json, String call) {}
}
