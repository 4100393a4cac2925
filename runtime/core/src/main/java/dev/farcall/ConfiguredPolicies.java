package dev.farcall;

import dev.farcall.call.Operation;
import dev.farcall.config.Configuration;
import dev.farcall.config.LiveConfiguration;
import dev.farcall.config.ServiceConfiguration;
import dev.farcall.pipeline.PolicySource;
import dev.farcall.policy.Settings;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the author of an interface said, and what configuration makes of it, as it is now. */
final class ConfiguredPolicies implements PolicySource, AutoCloseable {

  private final LiveConfiguration live;
  private final List<Runnable> changes = new CopyOnWriteArrayList<>();
  private final Runnable listener = this::changed;
  private volatile Configuration configuration;

  /**
   * One.
   *
   * @throws IllegalStateException if the configuration cannot be read
   */
  ConfiguredPolicies(LiveConfiguration live) {
    this.live = live;
    this.configuration = live.read();
    live.onChange(listener);
  }

  private void changed() {
    synchronized (this) {
      configuration = live.current();
    }
    changes.forEach(Runnable::run);
  }

  @Override
  public Settings settings(Operation<?, ?> operation) {
    String service = operation.service();
    String simpleName = service.substring(service.lastIndexOf('.') + 1);
    return ServiceConfiguration.ofClient(configuration, service, simpleName)
        .settings(operation.method(), operation.traits(), operation.policies());
  }

  @Override
  public void onChange(Runnable changed) {
    changes.add(changed);
  }

  @Override
  public void close() {
    live.forget(listener);
  }
}
