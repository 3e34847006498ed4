package cloud.finfusion.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.KeyUseRecord;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom an event concerns. */
class ListenersTest {
  private static final KeyUseRecord EVENT = new KeyUseRecord("payments.create", null, "12345678");

  private final List<Object> notified = new ArrayList<>();

  private Listeners<KeyUseRecord> of(CallListener listener) {
    return Listeners.of(List.of(listener), "keyUsed", KeyUseRecord.class, CallListener::keyUsed);
  }

  private class Overriding implements CallListener {
    @Override
    public void keyUsed(KeyUseRecord use) {
      notified.add(use);
    }
  }

  private final class Inheriting extends Overriding {}

  @Test
  void whoOverridesNothingIsNotNotified() {
    assertThat(of(new CallListener() {}).isEmpty()).isTrue();
  }

  @Test
  void whoOverridesItIsNotified() {
    of(new Overriding()).send(EVENT);
    assertThat(notified).containsExactly(EVENT);
  }

  @Test
  void whoInheritsItIsNotified() {
    of(new Inheriting()).send(EVENT);
    assertThat(notified).containsExactly(EVENT);
  }

  @Test
  void aProxyIsNotified() {
    Object proxy =
        Proxy.newProxyInstance(
            CallListener.class.getClassLoader(),
            new Class<?>[] {CallListener.class},
            (self, method, arguments) -> {
              notified.add(arguments[0]);
              return null;
            });
    of((CallListener) proxy).send(EVENT);
    assertThat(notified).containsExactly(EVENT);
  }
}
