package com.example.orders;

import cloud.finfusion.junit.SandboxSetup;
import cloud.finfusion.sandbox.Plan;
import cloud.finfusion.sandbox.Sandbox;

class StandardPlan implements SandboxSetup {
  @Override
  public void sandbox(Sandbox.Builder sandbox) {
    sandbox.plan(Plan.STANDARD).seed(42);
  }
}
