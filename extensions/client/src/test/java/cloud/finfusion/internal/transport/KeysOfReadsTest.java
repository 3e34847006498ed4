package cloud.finfusion.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.auth.Credential;
import cloud.finfusion.internal.cache.CacheKey;
import cloud.finfusion.internal.call.OperationContext;
import cloud.finfusion.internal.credential.Signer;
import cloud.finfusion.metrics.RequestTarget;
import cloud.finfusion.spi.ReadKey;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Invocation;

/** The key of a cached read: by whom it was read, what was read, and how it is named. */
class KeysOfReadsTest {
  private static final List<String> ARGUMENTS = List.of("cust_1");
  private static final ReadKey READ =
      ReadKey.of("customers.retrieve", KeysOfReadsTest.class, ARGUMENTS.toArray());

  private String token = "token-of-one";
  private final Signer signer = Signer.bearer(() -> token);
  private final CacheKeys keys = new CacheKeys(signer);

  private static OperationContext operation(Signer signer) {
    return new OperationContext(
        "customers.retrieve",
        "customer",
        60,
        true,
        false,
        signer,
        false,
        new RequestTarget("GET", "/v2/customers/{customer_id}", "http", "localhost", 80),
        Set.of(),
        false);
  }

  private Request request(String path) throws ReflectiveOperationException {
    Method method = KeysOfReadsTest.class.getDeclaredMethod("request", String.class);
    Invocation invocation = Invocation.of(KeysOfReadsTest.class, this, method, ARGUMENTS);
    return new Request.Builder()
        .url("https://localhost/v2/" + path)
        .tag(Invocation.class, invocation)
        .build();
  }

  private CacheKey key(boolean one, String path) throws ReflectiveOperationException {
    return Objects.requireNonNull(keys.of(operation(signer), one, request(path)));
  }

  private @Nullable CacheKey keyOf(Credential credential) throws ReflectiveOperationException {
    return keys.of(operation(Signer.bearer(credential)), true, request("customers/cust_1"));
  }

  @Test
  void whatIsStoredIsFoundByTheSameReadOfTheSameOwnerOnly() throws Exception {
    CacheKey stored = key(true, "customers/cust_1");

    assertThat(keys.lookup(READ)).isEqualTo(stored);
    assertThat(stored.isOwnedBy(signer.fingerprint("token-of-one"))).isTrue();
    token = "token-of-another";
    assertThat(keys.lookup(READ)).isNotNull().isNotEqualTo(stored);
    assertThat(key(true, "customers/cust_1")).isNotEqualTo(stored);
    token = "token-of-one";
    assertThat(keys.lookup(READ)).isEqualTo(stored);
  }

  @Test
  void tokensOfOneOwnerShareTheirKeys() throws Exception {
    Credential rotating =
        new Credential() {
          @Override
          public String token() {
            return token;
          }

          @Override
          public String owner(String any) {
            return "merchant-17";
          }
        };
    CacheKey before = keyOf(rotating);

    token = "token-after";

    assertThat(keyOf(rotating)).isEqualTo(before).isNotNull();
  }

  @Test
  void theFingerprintHidesTheTokenAndIsNeverThatOfNobody() {
    assertThat(signer.fingerprint("token-of-one"))
        .matches("[0-9a-f]{64}")
        .isNotEqualTo(signer.fingerprint("token-of-another"));
  }

  @Test
  void withoutATokenThereIsNoKeyUnlessTheReadIsNotSigned() throws Exception {
    Signer tokenless =
        Signer.bearer(
            () -> {
              throw new IllegalStateException("no token");
            });

    assertThat(new CacheKeys(tokenless).lookup(READ)).isNull();
    assertThat(keys.of(operation(tokenless), true, request("customers/cust_1"))).isNull();
    assertThat(keys.of(operation(Signer.NONE), true, request("customers/cust_1")))
        .isEqualTo(CacheKey.lookup(READ, ""));
  }

  @Test
  void aRequestThatRetrofitDidNotMakeHasNoKey() {
    Request own = new Request.Builder().url("https://localhost/v2/customers/cust_1").build();

    assertThat(keys.of(operation(signer), true, own)).isNull();
  }

  @Test
  void aResourceIsNamedByItsFamilyAndId() throws Exception {
    CacheKey key = key(true, "customers/cust_1?expand=cards");

    assertThat(key.name()).isEqualTo("customer.cust_1");
    assertThat(key.family()).isEqualTo("customer");
  }

  @ParameterizedTest
  @CsvSource({"x=1&y=2, y=2&x=1", "x=1&x=2&y, y&x=1&x=2", "a&b, b&a"})
  void theOrderOfParametersDoesNotChangeTheNameOfAList(String query, String same) throws Exception {
    String name = key(false, "customers?" + query).name();

    assertThat(name).matches("customer\\.list\\.[0-9a-f]{16}");
    assertThat(key(false, "customers?" + same).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"customers", "customers?x=2", "customers?x=1&x=1", "cards?x=1"})
  void anotherPathOrParameterIsAnotherList(String path) throws Exception {
    assertThat(key(false, path).name()).isNotEqualTo(key(false, "customers?x=1").name());
    assertThat(key(false, "customers?x=2&x=1").name())
        .isNotEqualTo(key(false, "customers?x=1&x=2").name());
  }
}
