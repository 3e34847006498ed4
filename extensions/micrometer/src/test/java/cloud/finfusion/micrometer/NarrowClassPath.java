package cloud.finfusion.micrometer;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The class path of these tests without some artifacts. */
final class NarrowClassPath implements AutoCloseable {
  private final URLClassLoader loader;

  /** Leaves the files out whose names hold this text. */
  NarrowClassPath(String leftOut) throws Exception {
    List<URL> places = new ArrayList<>();
    for (String each : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path place = Path.of(each);
      if (!place.getFileName().toString().contains(leftOut)) {
        places.add(place.toUri().toURL());
      }
    }
    loader = new URLClassLoader(places.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  /** Calls a static method, and throws what it throws. */
  void call(String type, String method, Class<?> parameter, Object argument) throws Throwable {
    try {
      loader.loadClass(type).getMethod(method, parameter).invoke(null, argument);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
