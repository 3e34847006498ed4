package cloud.finfusion.resource;

import cloud.finfusion.FinFusion;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.generated.SensitiveFields;
import cloud.finfusion.pagination.AsyncPages;
import cloud.finfusion.pagination.Pages;
import cloud.finfusion.runtime.GeneratedModel;
import cloud.finfusion.testing.BlockingOrAsync;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All generated operations, in both their forms, worked by their names. */
final class TwinOperations {
  private TwinOperations() {}

  static Stream<Twins> all() {
    return resources(AsyncResources.class)
        .flatMap(resource -> operations(resource).map(each -> new Twins(resource, each)));
  }

  /** What operations the resources have, as names and types of arguments. */
  static List<String> signatures(Class<?> resources) {
    return resources(resources)
        .flatMap(resource -> operations(resource).map(each -> signature(resource, each)))
        .toList();
  }

  private static Stream<Method> resources(Class<?> all) {
    return Arrays.stream(all.getDeclaredMethods())
        .filter(each -> each.getReturnType().getPackageName().endsWith(".resource"));
  }

  /** All but runs of many calls, which the tests of batches have. */
  private static Stream<Method> operations(Method resource) {
    return Arrays.stream(resource.getReturnType().getDeclaredMethods())
        .filter(each -> Modifier.isPublic(each.getModifiers()))
        .filter(each -> !each.isVarArgs()) // waits make calls of an operation that is here too
        .filter(
            each ->
                Arrays.stream(each.getParameterTypes())
                    .noneMatch(type -> type.getPackageName().endsWith(".batch")));
  }

  private static String signature(Method resource, Method operation) {
    String arguments = Arrays.toString(operation.getParameterTypes());
    return resource.getName() + "." + operation.getName() + arguments;
  }

  /** An asynchronous operation and its blocking twin; of lists they return the first page. */
  record Twins(Method resource, Method operation) {
    boolean takeOptions() {
      return Arrays.asList(operation.getParameterTypes()).contains(CallOptions.class);
    }

    /** The name without its arguments, as errors have it. */
    String name() {
      return resource.getName() + "." + operation.getName();
    }

    boolean isList() {
      return operation.getReturnType() == AsyncPages.class;
    }

    @Nullable Object async(FinFusion client, CallOptions options) {
      Object returned = asyncResult(client, options);
      CompletableFuture<?> future =
          returned instanceof AsyncPages<?> pages ? pages.first() : (CompletableFuture<?>) returned;
      return BlockingOrAsync.result(Objects.requireNonNull(future));
    }

    @Nullable Object blocking(FinFusion client, CallOptions options) {
      Object returned = blockingResult(client, options);
      return returned instanceof Pages<?> pages ? pages.pages().iterator().next() : returned;
    }

    /** What the asynchronous operation returns: a future, or a list. */
    @Nullable Object asyncResult(FinFusion client, CallOptions options) {
      Object facade = Objects.requireNonNull(invoked(resource, client.async()));
      return invoked(operation, facade, arguments(options));
    }

    /** What the blocking operation returns: a result, or a list. */
    @Nullable Object blockingResult(FinFusion client, CallOptions options) {
      Object facade =
          Objects.requireNonNull(invoked(method(FinFusionResources.class, resource), client));
      return invoked(method(facade.getClass(), operation), facade, arguments(options));
    }

    private static Method method(Class<?> type, Method twin) {
      try {
        return type.getMethod(twin.getName(), twin.getParameterTypes());
      } catch (NoSuchMethodException missing) {
        throw new AssertionError(missing);
      }
    }

    private static @Nullable Object invoked(Method method, Object target, Object... arguments) {
      try {
        return method.invoke(target, arguments);
      } catch (InvocationTargetException thrown) {
        if (thrown.getCause() instanceof RuntimeException itself) {
          throw itself;
        }
        throw new AssertionError(thrown);
      } catch (IllegalAccessException hidden) {
        throw new AssertionError(hidden);
      }
    }

    private Object[] arguments(CallOptions options) {
      return Arrays.stream(operation.getParameterTypes())
          .map(type -> type == CallOptions.class ? options : argument(type))
          .toArray();
    }

    private static Object argument(Class<?> type) {
      return type == String.class ? "id_1" : SensitiveFields.marked(type);
    }

    /** A body that both can read. */
    String response() {
      return response(operation.getGenericReturnType());
    }

    private static String response(Type type) {
      if (type instanceof ParameterizedType generic) {
        String inner = response(generic.getActualTypeArguments()[0]);
        boolean isPage = generic.getRawType() != CompletableFuture.class;
        return isPage ? "{\"data\":[" + inner + "],\"has_more\":false}" : inner;
      }
      return type == Void.class
          ? "{}"
          : ((GeneratedModel<?>) SensitiveFields.marked((Class<?>) type)).toJson();
    }

    @Override
    public String toString() {
      return signature(resource, operation);
    }
  }
}
