package dev.farcall.pipeline;

import dev.farcall.call.Operation;
import dev.farcall.policy.Settings;

/** Says what holds for a method, and tells when that may have changed. */
public interface PolicySource {

  /** What its author said holds, and always will. */
  PolicySource AS_ANNOTATED =
      new PolicySource() {
        @Override
        public Settings settings(Operation<?, ?> operation) {
          return operation.policies();
        }

        @Override
        public void onChange(Runnable changed) {
          // never
        }
      };

  /** All that is said of the policies of a method now. */
  Settings settings(Operation<?, ?> operation);

  /** Runs this whenever they may have changed, on any thread. */
  void onChange(Runnable changed);
}
