package cloud.finfusion.testing;

import cloud.finfusion.metrics.AttemptRecord;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.metrics.KeyUseRecord;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records events and logs them: the log secret scan searches logs for secrets. */
public final class RecordingListener implements CallListener {
  private static final Logger LOG = LoggerFactory.getLogger(RecordingListener.class);

  private final List<CallRecord> calls = new CopyOnWriteArrayList<>();
  private final List<AttemptRecord> attempts = new CopyOnWriteArrayList<>();
  private final List<KeyUseRecord> keyUses = new CopyOnWriteArrayList<>();

  public List<CallRecord> calls() {
    return List.copyOf(calls);
  }

  public List<AttemptRecord> attempts() {
    return List.copyOf(attempts);
  }

  public List<KeyUseRecord> keyUses() {
    return List.copyOf(keyUses);
  }

  @Override
  public void keyUsed(KeyUseRecord use) {
    LOG.trace("{}", use);
    keyUses.add(use);
  }

  @Override
  public void callEnded(CallRecord call) {
    LOG.trace("{}", call);
    calls.add(call);
  }

  @Override
  public void attemptEnded(AttemptRecord attempt) {
    LOG.trace("{}", attempt);
    attempts.add(attempt);
  }
}
