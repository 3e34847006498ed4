package cloud.finfusion.redis;

import static io.lettuce.core.protocol.CommandType.EVALSHA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.webhook.ReplayGuard;
import cloud.finfusion.webhook.ReplayGuard.Claim;
import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A Redis that stands still, is gone or refuses, each a real one of its own. */
class ReplayGuardOutageTest {
  private static final String EVENT = "evt_1";
  private static final String WITHOUT_ASKING = "none, as it failed before";

  private final RedisProcess redis =
      RedisProcess.launch("--appendonly", "yes", "--appendfsync", "always");
  private final FinFusionRedis connection = redis.connect("finfusion");
  private final ReplayGuard guard = TestGuards.guard(connection, "one");

  @AfterEach
  void close() {
    connection.close();
    redis.close();
  }

  private static void refused(ThrowingCallable claim, String got) {
    assertThatThrownBy(claim)
        .isInstanceOf(RedisUnavailableException.class)
        .hasMessageMatching(
            "claim of a webhook event: expected a response of Redis, got "
                + got
                + "\\. Nothing was handled; ask the sender to repeat it");
  }

  /** What another instance is notified of. */
  private Claim claimedByAnother() {
    try (FinFusionRedis another = redis.connect("finfusion")) {
      return TestGuards.guard(another, "two").claim(EVENT);
    }
  }

  private void untilAvailable() {
    Await.until(
        () -> {
          guard.release("evt_of_nobody"); // asks, so that it is noticed
          return connection.isAvailable();
        },
        () -> "Redis still fails");
  }

  @Test
  void noEventIsClaimedWhileRedisIsGone() {
    guard.release(EVENT);

    redis.kill();
    refused(() -> guard.claim(EVENT), "Redis[A-Za-z]*Exception");
    refused(() -> guard.claim(EVENT), WITHOUT_ASKING);
    redis.start();
    untilAvailable();

    assertThat(guard.claim(EVENT)).isEqualTo(Claim.CLAIMED);
  }

  @Test
  void anEventThatWasHandledWhileRedisWasGoneIsWrittenWhenItIsBack() {
    guard.claim(EVENT);
    redis.kill();

    guard.handled(EVENT);

    assertThat(guard.claim(EVENT)).isEqualTo(Claim.HANDLED);
    redis.start();
    Await.until(() -> claimedByAnother() == Claim.HANDLED, () -> "not written");
    assertThat(guard.claim(EVENT)).isEqualTo(Claim.HANDLED);
  }

  @Test
  void aClaimThatIsReleasedWhileRedisIsGoneExpires() {
    guard.claim(EVENT);
    redis.kill();

    guard.release(EVENT);

    redis.start();
    untilAvailable();
    assertThat(guard.claim(EVENT)).isEqualTo(Claim.IN_PROGRESS);
    assertThat(
            TestRedis.<Long>command(
                redis, commands -> commands.pttl(new KeyNames("finfusion").event(EVENT))))
        .isBetween(1L, TestGuards.LONG.toMillis());
  }

  @Test
  void whatWasHandledIsKnownAfterARestart() {
    guard.claim(EVENT);
    guard.handled(EVENT);

    redis.kill();
    redis.start();

    assertThat(claimedByAnother()).isEqualTo(Claim.HANDLED);
  }

  @Test
  void aFlushedRedisKnowsNoEvent() {
    guard.handled(EVENT);

    TestRedis.run(redis, RedisCommands::flushall);

    assertThat(guard.claim(EVENT)).isEqualTo(Claim.CLAIMED);
  }

  @Test
  void aClaimThatComesTooLateIsReleasedAndNobodyElseWaits() {
    try (FinFusionRedis quick = FinFusionRedis.builder().uri(redis.uri()).build()) {
      ReplayGuard waiting = TestGuards.guard(quick, "quick");
      Await.until(() -> connected(waiting, quick), () -> "not connected");
      waiting.claim("evt_before"); // so that Redis knows the script, and claims on resume
      redis.pause();

      refused(() -> waiting.claim(EVENT), "TimeoutException");
      for (int i = 0; i < 20; i++) {
        refused(() -> waiting.claim(EVENT), WITHOUT_ASKING);
      }
      waiting.handled("evt_2");
      waiting.release("evt_3");

      redis.resume();
      Await.until(() -> guard.claim(EVENT) == Claim.CLAIMED, () -> "claimed by nobody");
      assertThat(guard.claim("evt_4")).isEqualTo(Claim.CLAIMED);
      Await.until(() -> guard.claim("evt_2") == Claim.HANDLED, () -> "not written");
    }
  }

  private static boolean connected(ReplayGuard waiting, FinFusionRedis quick) {
    waiting.release(EVENT);
    return quick.isAvailable();
  }

  @Test
  void aRedisThatRefusesWritesRefusesClaimsUntilItTakesThemAgain() {
    guard.release(EVENT);

    refusing(
        "READONLY", commands -> commands.replicaof("127.0.0.1", 1), RedisCommands::replicaofNoOne);
    refusing(
        "OOM",
        commands -> commands.configSet("maxmemory", "1"),
        commands -> commands.configSet("maxmemory", "0"));
  }

  private void refusing(
      String code,
      Consumer<RedisCommands<String, String>> refuse,
      Consumer<RedisCommands<String, String>> accept) {
    TestRedis.run(redis, refuse);
    refused(() -> guard.claim("evt_refused"), "Redis[A-Za-z]*Exception " + code);
    guard.handled(EVENT);
    assertThat(guard.claim(EVENT)).isEqualTo(Claim.HANDLED);

    TestRedis.run(redis, accept);

    untilAvailable();
    assertThat(guard.claim("evt_refused")).isEqualTo(Claim.CLAIMED);
    guard.release("evt_refused");
    Await.until(() -> claimedByAnother() == Claim.HANDLED, () -> "not written");
  }

  @Test
  void aRedisThatRefusesScriptsIsNotTakenForOneThatWorks() {
    guard.release(EVENT);
    mayUseScripts(false);
    refused(() -> guard.claim(EVENT), "RedisCommandExecutionException NOPERM");

    Await.until(
        () -> {
          assertThat(connection.isAvailable()).isFalse();
          guard.release(EVENT); // sends the probe
          return refusedScripts() > 1;
        },
        () -> "no probe");

    mayUseScripts(true);
    untilAvailable();
    assertThat(guard.claim(EVENT)).isEqualTo(Claim.CLAIMED);
  }

  private void mayUseScripts(boolean may) {
    AclSetuserArgs change = new AclSetuserArgs();
    TestRedis.run(
        redis,
        commands ->
            commands.aclSetuser(
                "default", may ? change.addCommand(EVALSHA) : change.removeCommand(EVALSHA)));
  }

  private int refusedScripts() {
    String calls = TestRedis.command(redis, commands -> commands.info("commandstats"));
    Matcher refusals = Pattern.compile("cmdstat_evalsha:.*rejected_calls=(\\d+)").matcher(calls);
    return refusals.find() ? Integer.parseInt(refusals.group(1)) : 0;
  }
}
