package cloud.finfusion.verification.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cloud.finfusion.model.Payment;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.TestCards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** A developer's hour at the console, in Chromium, with a program that uses the SDK beside it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class ConsoleTest {
  private static final Path PICTURE = Path.of("../../extensions/sandbox/console.png");
  private static final String MARKUP = "<img src=x onerror=document.title='broken'>";
  private static final String INJECT = "#fault-form button";

  private Browser browser;
  private Scene scene;

  @BeforeAll
  void startBrowser() throws IOException {
    Optional<Browser> started = Browser.start();
    assumeTrue(started.isPresent(), "no Chromium");
    browser = started.get();
  }

  @AfterAll
  void stopBrowser() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void openConsole() throws IOException {
    scene = new Scene();
    browser.forget();
    browser.colours("light");
    browser.open(scene.page("/"));
    browser.waitForText("#live", "Live");
  }

  @AfterEach
  void nothingElseWasAsked() {
    assertThat(browser.requested())
        .isNotEmpty()
        .allMatch(url -> url.matches("(http://127\\.0\\.0\\.1:\\d+/|data:|about:).*"));
    browser.forget();
    scene.close();
  }

  @Test
  void aPaymentOfAClientArrives() {
    Payment payment = scene.pay("19.99", TestCards.VISA);

    browser.waitForText("#request-rows tr[data-operation='payments.create']", "200");
    browser.waitForText("[data-id='%s']".formatted(payment.id()), "19.99 USD");
    browser.click("#tab-ledger");
    browser.waitForText("[data-resource='%s']".formatted(payment.id()), "once");
    browser.waitForText("#remaining", "of 150 left");
    browser.waitForText("#errors", "1");
    assertThat(browser.all("#latency-chart rect")).isNotEmpty();
  }

  @Test
  void aFaultThatIsSetIsRetriedByTheClient() {
    browser.click("#fault-operation option[value='payments.create']");
    browser.click("#fault-kind option[value='503']");
    browser.find("#fault-times").clear();
    browser.find("#fault-times").sendKeys("2");
    browser.click(INJECT);
    browser.waitForText("[data-fault='503']", "next 2");

    scene.pay("5.00", TestCards.VISA);

    browser.waitUntil(
        "two failures and a success",
        () ->
            browser.all("#request-rows [data-status='503']").size() == 2
                && browser.all("#request-rows [data-status='200']").size() == 1);
    browser.waitForText("#faults-note", "2 requests got a fault");
    assertThat(scene.sandbox.ledger().charges()).hasSize(1);
  }

  @Test
  void aFaultThatIsClearedIsNotThereAnyMore() {
    browser.click(INJECT);
    browser.waitForText("[data-fault='503']", "next 1");
    browser.click("#fault-clear");
    browser.waitUntil("no fault", () -> browser.all("#fault-list li").isEmpty());

    scene.pay("5.00", TestCards.VISA);

    assertThat(scene.sandbox.faults().injected()).isZero();
  }

  @Test
  void aWebhookIsSentAgain() {
    scene.pay("5.00", TestCards.VISA);
    browser.click("#tab-webhooks");
    browser.waitForText("[data-state='delivered']", "payment.succeeded");
    assertThat(scene.events).hasSize(1);

    browser.click("[data-state='delivered'] button");

    browser.waitForText("#announcer", "payment.succeeded was sent again");
    browser.waitUntil("two", () -> browser.all("[data-state='delivered']").size() == 2);
    assertThat(scene.events).hasSize(2);
    assertThat(List.copyOf(scene.events).get(1)).isEqualTo(List.copyOf(scene.events).get(0));
  }

  @Test
  void whatIsDueHappensWhenTheClockIsAdvanced() {
    Payment payment = scene.pay("5.00", TestCards.DISPUTED);
    String row = "[data-id='%s']".formatted(payment.id());
    browser.waitForText(row, "succeeded");

    browser.click("[data-seconds='3600']");

    browser.waitForText(row, "disputed");
    browser.waitForText("#clock-note", "1 h ahead");
  }

  @Test
  void markupInDataIsText() {
    Payment payment = scene.pay("5.00", TestCards.VISA, MARKUP);
    String row = "[data-id='%s']".formatted(payment.id());

    browser.click(row + " .id");

    browser.waitForText(row + " pre", MARKUP);
    assertThat(browser.all("img")).hasSize(1);
    assertThat(browser.run("return document.title")).isEqualTo("FinFusion sandbox");
    assertThat(browser.messages()).isEmpty();
  }

  @Test
  void thousandsOfRequestsLeaveThePageUsable() {
    scene.load(5_000);

    browser.waitForText("#requests-count", "5,000 in all");
    assertThat(browser.all("#request-rows tr")).hasSize(200);
    browser.click("#pause");
    browser.waitForText("#announcer", "stands still");
  }

  @Test
  void theKeyboardAloneIsEnough() {
    scene.pay("5.00", TestCards.VISA);
    browser.waitForText("#request-rows tr", "200");

    browser.tabTo("[data-seconds='60']");
    browser.press(Keys.ENTER);
    browser.waitForText("#announcer", "advanced by a minute");
    browser.tabTo("#pause");
    browser.press(Keys.SPACE);
    browser.waitForText("#pause", "Go on");
    browser.tabTo(INJECT);
    browser.press(Keys.ENTER);
    browser.waitForText("#announcer", "will get 503");
    browser.tabTo("#fault-clear");
    browser.press(Keys.ENTER);
    browser.waitForText("#announcer", "All faults were cleared");
    browser.tabTo("#tab-resources");
    browser.press(Keys.ARROW_RIGHT);
    browser.press(Keys.ARROW_RIGHT);
    assertThat(browser.hasFocus("#tab-webhooks[aria-selected=true]")).isTrue();
    browser.tabTo("#panel-webhooks button");
    browser.press(Keys.ENTER);
    browser.waitForText("#announcer", "was sent again");
    assertThat(browser.run("return getComputedStyle(document.activeElement).outlineStyle"))
        .isEqualTo("solid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void axeFindsNothingOnThePage(String scheme) {
    browser.colours(scheme);
    scene.trade();
    browser.waitForText("[data-fault='503']", "next 3");
    browser.waitForText("#panel-resources", "disputed");

    assertThat(Axe.violations(browser, "html")).isEmpty();
    for (String tab : List.of("ledger", "webhooks", "cards")) {
      browser.click("#tab-" + tab);
      browser.waitUntil("a table", () -> !browser.all("#panel-%s td".formatted(tab)).isEmpty());
      assertThat(Axe.violations(browser, ".data")).as(tab).isEmpty();
    }
    assertThat(browser.messages()).isEmpty();
  }

  @Test
  void theReferenceShowsTheOperations() {
    browser.open(scene.page("/reference"));

    browser.waitForText("#reference h1", "FinFusion");
    browser.waitForText("#reference", "/v2/payments");
    assertThat(browser.all("[role=search]")).isEmpty();
    assertThat(browser.messages()).isEmpty();
  }

  @Test
  void anotherSandboxOnThePortBeginsAnew() {
    scene.pay("5.00", TestCards.VISA);
    browser.waitForText("#request-rows tr", "200");
    int port = scene.sandbox.baseUri().getPort();
    scene.sandbox.close();
    browser.waitForText("#live", "Disconnected");

    try (Sandbox next = Sandbox.builder().port(port).start()) {
      browser.waitForText("#announcer", "started anew");
      assertThat(next.requests()).isEmpty();
      assertThat(browser.all("#request-rows tr")).isEmpty();
    }
  }

  @Test
  void theReadmeHasThePicture() throws IOException {
    if (System.getProperty("screenshot", "keep").equals("write")) {
      scene.tradeSlowly();
      browser.waitForText("[data-fault='503']", "next 3");
      browser.waitForText("#panel-resources", "disputed");
      Picture.write(browser.screenshot(), PICTURE);
    }
    assertThat(PICTURE).exists();
    assertThat(Files.size(PICTURE)).isBetween(20_000L, 150_000L);
  }
}
