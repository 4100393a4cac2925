package dev.farcall.discovery.etcd;

import dev.farcall.registry.Instance;
import dev.farcall.registry.InstanceJson;
import dev.farcall.spi.RegistryClient;
import io.etcd.jetcd.ByteSequence;
import io.etcd.jetcd.Client;
import io.etcd.jetcd.lease.LeaseKeepAliveResponse;
import io.etcd.jetcd.options.PutOption;
import io.etcd.jetcd.support.CloseableClient;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A key under a lease that is kept alive. */
final class KeptKey implements RegistryClient.Lease, StreamObserver<LeaseKeepAliveResponse> {

  /** Seconds: so long after its process was heard of last it goes. */
  private static final long TIME_TO_LIVE = 10;

  private final EtcdRegistry registry;
  private final Client client;
  private final ByteSequence key;
  private final Consumer<String> lost;
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile long lease;
  private volatile @Nullable CloseableClient alive;

  KeptKey(EtcdRegistry registry, Client client, ByteSequence key, Consumer<String> lost) {
    this.registry = registry;
    this.client = client;
    this.key = key;
    this.lost = lost;
  }

  CompletionStage<RegistryClient.Lease> enter(Instance instance) {
    CompletableFuture<RegistryClient.Lease> entered =
        inTime(client.getLeaseClient().grant(TIME_TO_LIVE))
            .thenCompose(
                granted -> {
                  lease = granted.getID();
                  return put(instance);
                })
            .thenApply(
                put -> {
                  alive = client.getLeaseClient().keepAlive(lease, this);
                  return this;
                });
    return entered.whenComplete(
        (given, failed) -> {
          if (failed != null) {
            registry.broken(client);
          }
        });
  }

  private CompletableFuture<?> put(Instance instance) {
    PutOption underLease = PutOption.builder().withLeaseId(lease).build();
    ByteSequence value = ByteSequence.from(InstanceJson.write(instance));
    return inTime(client.getKVClient().put(key, value, underLease));
  }

  private static <T> CompletableFuture<T> inTime(CompletableFuture<T> asked) {
    return asked.orTimeout(EtcdRegistry.ANSWER.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public CompletionStage<Void> update(Instance changed) {
    return put(changed)
        .handle(
            (put, failed) -> {
              if (failed != null) {
                over.set(true);
                registry.broken(client);
                throw new IllegalStateException(Causes.text(failed), failed);
              }
              return null;
            });
  }

  @Override
  public CompletionStage<Void> release() {
    over.set(true);
    CloseableClient keepAlive = alive;
    if (keepAlive != null) {
      keepAlive.close();
    }
    return inTime(client.getLeaseClient().revoke(lease)).thenApply(gone -> null);
  }

  @Override
  public void onNext(LeaseKeepAliveResponse kept) {}

  @Override
  public void onError(Throwable failed) {
    gone(Causes.text(failed));
  }

  @Override
  public void onCompleted() {
    gone("its lease has run out");
  }

  private void gone(String why) {
    if (over.compareAndSet(false, true)) {
      registry.broken(client);
      lost.accept(why);
    }
  }
}
