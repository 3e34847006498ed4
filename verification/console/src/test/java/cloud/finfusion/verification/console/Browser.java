package cloud.finfusion.verification.console;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium without a window, with a profile of its own. */
final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Pattern REQUESTED =
      Pattern.compile("\"Network\\.requestWillBeSent\".*\"request\":\\{.*?\"url\":\"([^\"]*)\"");

  /** Warns of each Chromium that is newer than the driver; kept, since loggers are collected. */
  private static final Logger WARNINGS = Logger.getLogger("org.openqa.selenium.devtools");

  static {
    WARNINGS.setLevel(Level.OFF);
  }

  private final Path profile;
  private final ChromeDriver driver;

  private Browser(String chromium, String chromedriver) throws IOException {
    profile = Files.createTempDirectory("console-profile");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--user-data-dir=" + profile);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(chromedriver))
                .usingAnyFreePort()
                .build(),
            options);
    driver.manage().window().setSize(new Dimension(1280, 1063));
  }

  /** A browser; empty, with a line that says so, where none is installed. */
  static Optional<Browser> start() throws IOException {
    Optional<String> chromium = onPath("chromium");
    Optional<String> chromedriver = onPath("chromedriver");
    if (chromium.isEmpty() || chromedriver.isEmpty()) {
      System.out.println(
          "verification/console: skipped, for want of chromium and chromedriver; on Debian:"
              + " apt-get install chromium chromium-driver");
      return Optional.empty();
    }
    return Optional.of(new Browser(chromium.get(), chromedriver.get()));
  }

  /** Leaves the page, and drops what the browser has noted. */
  void forget() {
    driver.get("about:blank");
    int unused = requested().size() + messages().size();
  }

  void open(URI page) {
    driver.get(page.toString());
  }

  /** Makes the media feature prefers-color-scheme say light or dark. */
  void colours(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  WebElement find(String selector) {
    return waitFor(
        selector, () -> driver.findElements(By.cssSelector(selector)).stream().findFirst());
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  void click(String selector) {
    find(selector).click();
  }

  /** Waits until an element has this text in it. */
  void waitForText(String selector, String text) {
    waitUntil(
        selector + " with " + text,
        () -> all(selector).stream().anyMatch(each -> each.getText().contains(text)));
  }

  void waitUntil(String what, BooleanSupplier condition) {
    Boolean unused =
        waitFor(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  /** Presses keys where the focus is. */
  void press(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  /** Moves the focus on by the keyboard until it is on the element. */
  void tabTo(String selector) {
    for (int i = 0; i < 100; i++) {
      if (hasFocus(selector)) {
        return;
      }
      press(Keys.TAB);
    }
    throw new AssertionError("The keyboard does not reach " + selector);
  }

  boolean hasFocus(String selector) {
    return run("return document.activeElement.matches(arguments[0])", selector).equals("true");
  }

  /** The result of a script, as text. */
  String run(String script, Object... arguments) {
    return String.valueOf(driver.executeScript(script, arguments));
  }

  String runAsync(String script, Object... arguments) {
    return String.valueOf(driver.executeAsyncScript(script, arguments));
  }

  byte[] screenshot() {
    return driver.getScreenshotAs(OutputType.BYTES);
  }

  /** The URLs that were requested since the last time, those of data and blobs too. */
  List<String> requested() {
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .flatMap(entry -> REQUESTED.matcher(entry.getMessage()).results())
        .map(each -> each.group(1))
        .toList();
  }

  /** What the console of the browser has said since the last time. */
  List<String> messages() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(each -> each.getLevel() + " " + each.getMessage())
        .toList();
  }

  @Override
  public void close() throws IOException {
    driver.quit();
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }

  private static <T> T waitFor(String what, Supplier<Optional<T>> find) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      Optional<T> found = lookOnce(find);
      if (found.isPresent()) {
        return found.get();
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("The page does not show " + what);
  }

  /** What a page draws anew while it is looked at is looked at again. */
  private static <T> Optional<T> lookOnce(Supplier<Optional<T>> find) {
    try {
      return find.get();
    } catch (StaleElementReferenceException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
