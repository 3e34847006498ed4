package cloud.finfusion.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The adapter of a generated class is found when it is complete, whichever thread asks first. */
class ModelAdapterFactoryTest {
  private static final CountDownLatch REGISTERED = new CountDownLatch(1);
  private static final CountDownLatch FOUND = new CountDownLatch(1);
  private static volatile boolean complete;

  /** A generated class whose initialiser takes its time. */
  static final class Slow {
    static final TypeAdapter<Slow> ADAPTER =
        ModelAdapterFactory.register(Slow.class, new Gson().getAdapter(Slow.class));

    static {
      REGISTERED.countDown();
      complete = !await(FOUND, 100);
    }

    private Slow() {}
  }

  @Test
  void aSecondThreadWaitsForTheEndOfTheInitialiser() {
    CompletableFuture<TypeAdapter<Slow>> first =
        CompletableFuture.supplyAsync(() -> ModelAdapterFactory.adapterOf(Slow.class));
    assertThat(await(REGISTERED, 10_000)).isTrue();

    TypeAdapter<Slow> adapter = ModelAdapterFactory.adapterOf(Slow.class);
    FOUND.countDown();

    assertThat(complete).as("the initialiser had ended").isTrue();
    assertThat(first.join()).isSameAs(adapter);
  }

  @Test
  void aClassThatIsNotGeneratedIsRefused() {
    assertThatThrownBy(() -> ModelAdapterFactory.adapterOf(String.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("java.lang.String: expected a generated model");
  }

  private static boolean await(CountDownLatch latch, long millis) {
    try {
      return latch.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
