package cloud.finfusion.templates;

import cloud.finfusion.templates.naming.ShortNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The Java classes of schemas whose own name is taken: by a class of Java or of the imports of
 * generated code, or by another schema of the same specification.
 */
final class ClassNames {
  /** Public types of java.lang in Java 17, which every file imports. */
  private static final String JAVA_LANG =
      """
      AbstractMethodError Appendable ArithmeticException ArrayIndexOutOfBoundsException ArrayStoreException
      AssertionError AutoCloseable Boolean BootstrapMethodError Byte CharSequence Character ClassCastException
      ClassCircularityError ClassFormatError ClassLoader ClassNotFoundException ClassValue Class
      CloneNotSupportedException Cloneable Comparable Compiler Deprecated Double Enum EnumConstantNotPresentException
      Error Exception ExceptionInInitializerError Float FunctionalInterface IllegalAccessError
      IllegalAccessException IllegalArgumentException IllegalCallerException IllegalMonitorStateException
      IllegalStateException IllegalThreadStateException IncompatibleClassChangeError IndexOutOfBoundsException
      InheritableThreadLocal InstantiationError InstantiationException Integer InternalError InterruptedException
      Iterable LayerInstantiationException LinkageError Long Math Module ModuleLayer NegativeArraySizeException
      NoClassDefFoundError NoSuchFieldError NoSuchFieldException NoSuchMethodError NoSuchMethodException
      NullPointerException Number NumberFormatException Object OutOfMemoryError Override Package Process
      ProcessBuilder ProcessHandle Readable Record ReflectiveOperationException Runnable Runtime RuntimeException
      RuntimePermission SafeVarargs SecurityException SecurityManager Short StackOverflowError StackTraceElement
      StackWalker StrictMath String StringBuffer StringBuilder StringIndexOutOfBoundsException SuppressWarnings
      System Thread ThreadDeath ThreadGroup ThreadLocal Throwable TypeNotPresentException UnknownError
      UnsatisfiedLinkError UnsupportedClassVersionError UnsupportedOperationException VerifyError
      VirtualMachineError Void
      """;

  /** Classes that the templates import by name, and classes inside models. */
  private static final String IMPORTED =
      """
      BigDecimal BigInteger LocalDate OffsetDateTime List Map Optional CompletableFuture Nullable TypeAdapter
      JsonElement Call MultipartBody RequestBody ResponseBody Body DELETE Field FieldMap FormUrlEncoded GET HEAD HTTP
      Header Download Upload Parts OPTIONS PATCH POST PUT Path Query QueryMap CallOptions AsyncPages Page Pages Paging ReadKey Transport
      WaitOperation WaitOptions Builder Known Unknown
      """;

  /** Names that upstream maps to other types: a schema of such a name would be mapped too. */
  private static final String MAPPED =
      "AnyType ByteArray DateTime URI UUID UnsignedInteger UnsignedLong";

  private static final Set<String> TAKEN = taken();

  private final Map<String, String> renamed = new HashMap<>();

  private static Set<String> taken() {
    Set<String> taken = new HashSet<>();
    for (String names : new String[] {JAVA_LANG, IMPORTED, MAPPED}) {
      taken.addAll(Set.of(names.strip().split("\\s+")));
    }
    return taken;
  }

  static boolean isTaken(String className) {
    return TAKEN.contains(className) || OutputPart.isOfRuntime(className);
  }

  /**
   * Makes the names of different schemas different classes, on every file system, and none too long
   * to read.
   *
   * @param notices takes a line for each name that another schema may change
   */
  void assign(Iterable<String> schemas, UnaryOperator<String> className, Consumer<String> notices) {
    renamed.clear();
    Set<String> given = new HashSet<>();
    for (String schema : schemas) {
      String own = className.apply(schema);
      String name = ShortNames.of(own, ShortNames.LONGEST);
      String unique = name;
      for (int i = 2; !given.add(unique.toLowerCase(Locale.ROOT)); i++) {
        unique = ShortNames.of(name, ShortNames.LONGEST - 2) + i;
      }
      if (!unique.equals(name)) {
        notices.accept(
            "%s: %s, as another schema is %s. modelNameMappings names it"
                .formatted(schema, unique, name));
      }
      if (!unique.equals(own)) {
        renamed.put(schema, unique);
      }
    }
  }

  /** The class for a schema; the second argument is the name that it would have by itself. */
  String of(String schema, String className) {
    String given = renamed.get(schema);
    return given == null ? free(className) : given;
  }

  private static String free(String className) {
    if (className.isEmpty()) {
      return "Model"; // of a name without letters
    }
    return isTaken(className) ? className + "Model" : className;
  }
}
