package cloud.finfusion.internal.credential;

import cloud.finfusion.auth.Credential;
import cloud.finfusion.auth.FetchedCredential;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Several credentials that sign together. The token is theirs, a line each. */
final class JointCredential implements FetchedCredential {
  private static final String LINE_BREAK = "\n"; // no token may hold one

  private final transient List<Credential> each; // transient: no secret where fields are printed

  JointCredential(List<Credential> each) {
    this.each = List.copyOf(each);
  }

  /** Returns the tokens; empty ones, which are refused, if one of them holds a line break. */
  static List<String> split(String token, int parts) {
    if (parts == 1) {
      return List.of(token);
    }
    String[] tokens = token.split(LINE_BREAK, -1);
    return tokens.length == parts ? List.of(tokens) : Collections.nCopies(parts, "");
  }

  @Override
  public CompletableFuture<?> ready() {
    return CompletableFuture.allOf(
        each.stream()
            .filter(FetchedCredential.class::isInstance)
            .map(fetched -> ((FetchedCredential) fetched).ready())
            .toArray(CompletableFuture<?>[]::new));
  }

  @Override
  public String token() {
    return each.stream()
        .map(one -> Objects.requireNonNullElse(one.token(), "")) // SIGN refuses an empty one
        .collect(Collectors.joining(LINE_BREAK));
  }

  /** Notifies each, as the server does not say which it refused. */
  @Override
  public boolean refused(String token) {
    return ofEach(token, Credential::refused).contains(true);
  }

  @Override
  public String owner(String token) {
    return String.join(LINE_BREAK, ofEach(token, Credential::owner));
  }

  private <T> List<T> ofEach(String token, BiFunction<Credential, String, T> function) {
    List<String> tokens = split(token, each.size());
    return IntStream.range(0, each.size())
        .mapToObj(i -> function.apply(each.get(i), tokens.get(i)))
        .toList();
  }

  @Override
  public String toString() {
    return each.size() + " credentials";
  }
}
