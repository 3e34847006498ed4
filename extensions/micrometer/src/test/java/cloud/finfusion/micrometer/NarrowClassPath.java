package cloud.finfusion.micrometer;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The class path of these tests without some artifacts or classes. */
final class NarrowClassPath implements AutoCloseable {
  private final URLClassLoader loader;

  /** Leaves out the files and the classes whose names hold this text. */
  NarrowClassPath(String leftOut) throws Exception {
    List<URL> places = new ArrayList<>();
    for (String each : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path place = Path.of(each);
      if (!place.getFileName().toString().contains(leftOut)) {
        places.add(place.toUri().toURL());
      }
    }
    loader =
        new URLClassLoader(places.toArray(URL[]::new), ClassLoader.getPlatformClassLoader()) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.contains(leftOut)) {
              throw new ClassNotFoundException(name);
            }
            return super.findClass(name);
          }
        };
  }

  /** Calls a static method; throws what it throws, which is unchecked. */
  Object call(String type, String method, Class<?> parameter, Object argument) throws Exception {
    try {
      return loader.loadClass(type).getMethod(method, parameter).invoke(null, argument);
    } catch (InvocationTargetException thrown) {
      throw (RuntimeException) thrown.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
