package cloud.finfusion;

import cloud.finfusion.metrics.AttemptRecord;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.metrics.KeyUseRecord;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is told. */
final class RecordingListener implements CallListener {
  private final List<CallRecord> calls = new CopyOnWriteArrayList<>();
  private final List<AttemptRecord> attempts = new CopyOnWriteArrayList<>();
  private final List<KeyUseRecord> keyUses = new CopyOnWriteArrayList<>();

  List<CallRecord> calls() {
    return List.copyOf(calls);
  }

  List<AttemptRecord> attempts() {
    return List.copyOf(attempts);
  }

  List<KeyUseRecord> keyUses() {
    return List.copyOf(keyUses);
  }

  @Override
  public void keyUsed(KeyUseRecord use) {
    keyUses.add(use);
  }

  @Override
  public void callEnded(CallRecord call) {
    calls.add(call);
  }

  @Override
  public void attemptEnded(AttemptRecord attempt) {
    attempts.add(attempt);
  }
}
