package dev.farcall.pipeline;

import static java.util.Objects.requireNonNull;

import dev.farcall.call.Caller;
import dev.farcall.call.Channel;
import dev.farcall.call.Kind;
import dev.farcall.call.Operation;
import dev.farcall.call.Peer;
import dev.farcall.call.StreamCaller;
import dev.farcall.policy.Explanation;
import dev.farcall.policy.Policies;
import dev.farcall.resilience.MethodPolicies;
import dev.farcall.time.Time;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The client's stack. */
public final class ClientPipeline implements Peer {

  private final Wire wire;
  private final Time time;
  private final @Nullable Executor executor;
  private final PolicySource policies;
  private final ConcurrentMap<String, ClientGuards> byService = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, MethodStack> stacks = new ConcurrentHashMap<>();

  /**
   * A peer behind one channel.
   *
   * @param executor completes the futures of asynchronous calls; null for the wire's event loop
   */
  public ClientPipeline(Channel channel, Time time, @Nullable Executor executor) {
    this(channel, time, executor, PolicySource.AS_ANNOTATED);
  }

  /**
   * A peer behind one channel.
   *
   * @param executor completes the futures of asynchronous calls; null for the wire's event loop
   * @param policies what holds for its methods
   */
  public ClientPipeline(
      Channel channel, Time time, @Nullable Executor executor, PolicySource policies) {
    this(new OneChannel(channel), time, executor, policies);
  }

  /**
   * A peer behind a wire.
   *
   * @param executor completes the futures of asynchronous calls; null for the wire's event loop
   * @param policies what holds for its methods
   */
  public ClientPipeline(Wire wire, Time time, @Nullable Executor executor, PolicySource policies) {
    this.wire = requireNonNull(wire, "wire");
    this.time = requireNonNull(time, "time");
    this.executor = executor;
    this.policies = requireNonNull(policies, "policies");
    policies.onChange(() -> stacks.values().forEach(MethodStack::refresh));
  }

  @Override
  public <Q, R> Caller<Q, R> bind(Operation<Q, R> operation) {
    if (operation.kind() != Kind.UNARY) {
      throw new IllegalArgumentException(
          operation + " is " + operation.kind() + " (expected: UNARY; others by bindStream)");
    }
    return new BoundCaller<>(operation, stack(operation), executor);
  }

  @Override
  public <Q, R> StreamCaller<Q, R> bindStream(Operation<Q, R> operation) {
    if (operation.kind() == Kind.UNARY) {
      throw new IllegalArgumentException(
          operation + " is UNARY (expected: a kind with a stream; UNARY by bind)");
    }
    return new BoundStreams<>(operation, stack(operation), executor);
  }

  /**
   * The stack of one method, outermost first. What is not configured is not in it. Streams go
   * through it as well.
   *
   * @throws IllegalStateException if what is configured of its policies cannot be kept
   */
  public Channel stack(Operation<?, ?> operation) {
    return methodStack(operation);
  }

  /** What holds for a method, and who said so. */
  public Explanation explain(Operation<?, ?> operation) {
    return methodStack(operation).explain();
  }

  /** What keeps the policies of a method now. */
  public MethodPolicies objects(Operation<?, ?> operation) {
    return methodStack(operation).objects();
  }

  /** The policies of a method as they are now. */
  public Policies policies(Operation<?, ?> operation) {
    return methodStack(operation).policies();
  }

  private MethodStack methodStack(Operation<?, ?> operation) {
    ClientGuards guards =
        byService.computeIfAbsent(operation.service(), service -> new ClientGuards(time));
    return stacks.computeIfAbsent(
        operation.path(), path -> new MethodStack(operation, policies, guards.of(operation), wire));
  }

  @Override
  public String toString() {
    return wire.toString();
  }

  /** A wire that is the same for all calls. */
  private record OneChannel(Channel channel) implements Wire {
    @Override
    public Channel channel(Policies policies) {
      return channel;
    }

    @Override
    public String toString() {
      return channel.toString();
    }
  }
}
