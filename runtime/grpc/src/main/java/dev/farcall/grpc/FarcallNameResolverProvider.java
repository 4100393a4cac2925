package dev.farcall.grpc;

import io.grpc.NameResolver;
import io.grpc.NameResolverProvider;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Found by grpc-java: {@code farcall:///users} as the target of any channel, for stubs of protoc.
 * Where {@code users} is, is configured as for our own clients: {@code farcall.client.users.target
 * = etcd://h:2379/users}; and so is how calls are spread, {@code
 * farcall.client.users.*.load-balanced.value}.
 *
 * <pre>{@code
 * ManagedChannel channel = ManagedChannelBuilder.forTarget("farcall:///users").usePlaintext().build();
 * }</pre>
 */
public final class FarcallNameResolverProvider extends NameResolverProvider {

  private static final String SCHEME = "farcall";
  private static final int AFTER_DNS = 4; // whoever has no scheme means DNS

  @Override
  protected boolean isAvailable() {
    return true;
  }

  @Override
  protected int priority() {
    return AFTER_DNS;
  }

  @Override
  public String getDefaultScheme() {
    return SCHEME;
  }

  @Override
  public @Nullable NameResolver newNameResolver(URI target, NameResolver.Args args) {
    if (!SCHEME.equals(target.getScheme())) {
      return null;
    }
    String path = target.getPath();
    if (path == null || path.length() < 2) {
      throw new IllegalArgumentException(
          "target '" + target + "': there is no name (expected: as in farcall:///users)");
    }
    return new FarcallNameResolver(path.substring(1), args);
  }
}
