package cloud.finfusion.foreign;

import cloud.finfusion.metrics.AttemptRecord;
import cloud.finfusion.metrics.AttemptStarted;
import cloud.finfusion.metrics.CacheRecord;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.metrics.CallStarted;
import cloud.finfusion.metrics.KeyUseRecord;
import cloud.finfusion.metrics.PermitRecord;
import cloud.finfusion.metrics.RetryRecord;
import cloud.finfusion.testing.Thrower;

/** A listener that throws in one of its methods. */
record ThrowingListener(String method, Thrower thrower) implements CallListener {
  private void at(String name) {
    if (name.equals(method)) {
      thrower.run();
    }
  }

  @Override
  public void callStarted(CallStarted call) {
    at("callStarted");
  }

  @Override
  public void callEnded(CallRecord call) {
    at("callEnded");
  }

  @Override
  public void attemptStarted(AttemptStarted attempt) {
    at("attemptStarted");
  }

  @Override
  public void attemptEnded(AttemptRecord attempt) {
    at("attemptEnded");
  }

  @Override
  public void keyUsed(KeyUseRecord use) {
    at("keyUsed");
  }

  @Override
  public void retryScheduled(RetryRecord retry) {
    at("retryScheduled");
  }

  @Override
  public void cacheRead(CacheRecord read) {
    at("cacheRead");
  }

  @Override
  public void cacheEvicted(String family) {
    at("cacheEvicted");
  }

  @Override
  public void permitWaited(PermitRecord permit) {
    at("permitWaited");
  }

  @Override
  public void permitRefused(PermitRecord permit) {
    at("permitRefused");
  }

  @Override
  public void circuitChanged(String state) {
    at("circuitChanged");
  }

  @Override
  public void credentialRefreshed(String operation, boolean replaced) {
    at("credentialRefreshed");
  }

  @Override
  public void webhookVerified(String verdict) {
    at("webhookVerified");
  }
}
