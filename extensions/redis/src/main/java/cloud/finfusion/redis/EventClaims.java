package cloud.finfusion.redis;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * The claims on events in Redis: the value of an event's key is the token of the instance that
 * handles it, or {@code handled}. Each method sends one command. Thread-safe; never waits.
 *
 * @param redis where the claims are
 * @param token who claims: one for each instance, since a claim is released by the event's id only
 * @param claimTime when a claim expires that is not ended
 * @param remember for how long an event is known to be handled
 */
record EventClaims(FinFusionRedis redis, String token, Duration claimTime, Duration remember) {
  static final String CLAIMED = "claimed"; // as claim.lua has it

  private static final String MOMENT = "1"; // ms
  private static final Script CLAIM = Script.read("claim.lua");
  private static final Script RELEASE = Script.read("release.lua");

  /** Claims an event. A claim that comes after the sender gave up is released. */
  CompletableFuture<String> claim(String event) {
    String time = Long.toString(claimTime.toMillis());
    return counted(
        redis
            .commands()
            .send(
                commands -> CLAIM.send(commands, ScriptOutputType.VALUE, key(event), token, time),
                late -> releaseLate(event, late)),
        event);
  }

  /** A claim of this instance that is in progress meanwhile is another caller's. */
  private void releaseLate(String event, String response) {
    if (response.equals(CLAIMED)) {
      var unused = release(event);
    }
  }

  /** Says that an event was handled, whoever holds the claim. */
  CompletableFuture<String> handled(String event) {
    SetArgs expiring = SetArgs.Builder.px(remember);
    return counted(
        redis
            .commands()
            .send(commands -> commands.set(key(event), "handled", expiring), late -> {}),
        event);
  }

  /** Ends the claim of this instance. */
  CompletableFuture<String> release(String event) {
    return counted(
        redis
            .commands()
            .send(
                commands -> RELEASE.send(commands, ScriptOutputType.VALUE, key(event), token),
                late -> {}),
        event);
  }

  private CompletableFuture<String> counted(CompletableFuture<String> command, String event) {
    return command.whenComplete(
        (response, failure) -> {
          if (failure != null) {
            redis.commands().circuit().failed(failure, () -> probe(event));
          }
        });
  }

  /** Claims nothing for a moment: all that the commands need, on the same node of a cluster. */
  private CompletableFuture<String> probe(String event) {
    String probe = key(event) + ":probe";
    return redis
        .commands()
        .send(
            commands -> CLAIM.send(commands, ScriptOutputType.VALUE, probe, token, MOMENT),
            late -> {});
  }

  private String key(String event) {
    return redis.keys().event(event);
  }
}
