package dev.farcall.discovery.etcd;

import dev.farcall.registry.Instance;
import dev.farcall.registry.InstanceJson;
import dev.farcall.spi.Discovery;
import dev.farcall.spi.RegistryClient;
import dev.farcall.time.Time;
import io.etcd.jetcd.ByteSequence;
import io.etcd.jetcd.Client;
import io.etcd.jetcd.KeyValue;
import io.etcd.jetcd.Watch;
import io.etcd.jetcd.kv.GetResponse;
import io.etcd.jetcd.options.GetOption;
import io.etcd.jetcd.options.WatchOption;
import io.etcd.jetcd.watch.WatchEvent;
import io.etcd.jetcd.watch.WatchResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The instances of one service: all there are at one revision, and what changes after it. Ends
 * where etcd has forgotten that revision (compaction), or does not answer; whoever asks again gets
 * all there are then.
 *
 * <p>jetcd goes on by itself where a connection is lost, and says nothing; so etcd is asked now and
 * then whether it is there. Guarded by this; nobody is called with the lock held.
 */
final class PrefixWatch implements Discovery.Watch, Watch.Listener {

  private static final System.Logger LOG = System.getLogger(PrefixWatch.class.getName());
  private static final Duration ASK_EVERY = Duration.ofSeconds(3);

  private final EtcdRegistry registry;
  private final Client client;
  private final ByteSequence prefix;
  private final RegistryClient.Listener listener;
  private final Map<ByteSequence, Instance> instances = new LinkedHashMap<>();
  private Watch.@Nullable Watcher watcher;
  private Time.@Nullable Timer timer;
  private boolean news;
  private boolean telling;
  private boolean over;

  PrefixWatch(
      EtcdRegistry registry, Client client, String prefix, RegistryClient.Listener listener) {
    this.registry = registry;
    this.client = client;
    this.prefix = EtcdRegistry.bytes(prefix);
    this.listener = listener;
  }

  void begin() {
    GetOption all = GetOption.builder().isPrefix(true).build();
    ask(all)
        .whenComplete(
            (answer, failed) -> {
              if (failed != null) {
                fail(Causes.text(failed));
              } else {
                found(answer);
              }
            });
  }

  private CompletionStage<GetResponse> ask(GetOption what) {
    return client
        .getKVClient()
        .get(prefix, what)
        .orTimeout(EtcdRegistry.ANSWER.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void found(GetResponse answer) {
    synchronized (this) {
      if (over) {
        return;
      }
      answer.getKvs().forEach(this::put);
      news = true;
    }
    tell();
    try {
      long after = answer.getHeader().getRevision() + 1;
      WatchOption changes = WatchOption.builder().isPrefix(true).withRevision(after).build();
      open(client.getWatchClient().watch(prefix, changes, this));
    } catch (RuntimeException failed) { // another watch has found the client broken
      fail(Causes.text(failed));
      return;
    }
    askLater();
  }

  private void open(Watch.Watcher opened) {
    synchronized (this) {
      if (!over) {
        watcher = opened;
        return;
      }
    }
    opened.close(); // it was closed meanwhile
  }

  @Override
  public void onNext(WatchResponse changes) {
    synchronized (this) {
      if (over || changes.getEvents().isEmpty()) {
        return;
      }
      for (WatchEvent event : changes.getEvents()) {
        switch (event.getEventType()) {
          case PUT -> put(event.getKeyValue());
          case DELETE -> instances.remove(event.getKeyValue().getKey());
          case UNRECOGNIZED -> LOG.log(System.Logger.Level.WARNING, "{0}: {1}", registry, event);
        }
      }
      news = true;
    }
    tell();
  }

  /** One thread tells at a time, so that what is told last is what there is. */
  private void tell() {
    synchronized (this) {
      if (telling) {
        return;
      }
      telling = true;
    }
    for (List<Instance> all = next(); all != null; all = next()) {
      listener.found(all);
    }
  }

  private synchronized @Nullable List<Instance> next() {
    telling = news && !over;
    news = false;
    return telling ? List.copyOf(instances.values()) : null;
  }

  private void put(KeyValue entry) {
    try {
      instances.put(entry.getKey(), InstanceJson.read(entry.getValue().getBytes()));
    } catch (IllegalArgumentException noInstance) {
      instances.remove(entry.getKey());
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} of {1} is left out: {2}",
          entry.getKey(),
          registry,
          noInstance.getMessage());
    }
  }

  private synchronized void askLater() {
    if (!over) {
      long pause = (long) (ASK_EVERY.toNanos() * (0.8 + 0.4 * registry.time().lot()));
      timer = registry.time().schedule(pause, this::askWhetherItIsThere);
    }
  }

  private void askWhetherItIsThere() {
    GetOption count = GetOption.builder().isPrefix(true).withCountOnly(true).build();
    ask(count)
        .whenComplete(
            (answer, failed) -> {
              if (failed != null) {
                fail(Causes.text(failed));
              } else {
                askLater();
              }
            });
  }

  @Override
  public void onError(Throwable failed) {
    fail(Causes.text(failed));
  }

  @Override
  public void onCompleted() {
    fail("the watch was ended");
  }

  private void fail(String why) {
    synchronized (this) {
      if (over) {
        return;
      }
    }
    close();
    registry.broken(client);
    listener.failed(why);
  }

  @Override
  public void close() {
    Watch.Watcher open;
    synchronized (this) {
      over = true;
      open = watcher;
      if (timer != null) {
        timer.cancel();
      }
    }
    if (open != null) {
      open.close();
    }
  }
}
