package dev.farcall.spi;

import dev.farcall.registry.Instance;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * A way to a registry. It may fail at any time: what it says is asked again, and what it lost is
 * announced again, by whoever uses it.
 */
public interface RegistryClient extends AutoCloseable {

  /**
   * Enters an instance, and keeps it entered for as long as this process lives.
   *
   * @param service where; one of the same id is replaced
   * @param lost told once, with a reason, if the entry is gone though nobody released it
   * @return fails if it could not be entered
   */
  CompletionStage<Lease> announce(String service, Instance instance, Consumer<String> lost);

  /** Tells the instances of a service, as {@link Discovery#watch} does. */
  Discovery.Watch watch(String service, Listener listener);

  @Override
  void close();

  /** An entry that is kept. */
  interface Lease {

    /** Enters the instance as it is now, of the same id; fails if that cannot be done. */
    CompletionStage<Void> update(Instance changed);

    /**
     * Removes it; the stage ends when it is gone. It may also have gone before, and another one of
     * its id may have taken its place: that stays.
     */
    CompletionStage<Void> release();
  }

  /** Is told what is entered. */
  interface Listener {

    /** These are all instances, whatever their status. */
    void found(List<Instance> instances);

    /** As {@link Discovery.Listener#failed}. */
    void failed(String why);
  }
}
