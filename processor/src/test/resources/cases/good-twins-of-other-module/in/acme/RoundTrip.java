package acme;

import dev.farcall.call.Operation;

public final class RoundTrip implements Runnable {

  @Override
  public void run() {
    sameOnTheWire(UsersClient.GET, AsyncUsersClient.GET);
    sameOnTheWire(UsersClient.COUNT, AsyncUsersClient.COUNT);
    sameOnTheWire(UsersClient.LIST, AsyncUsersClient.LIST);
    sameOnTheWire(UsersClient.ADD_ALL, AsyncUsersClient.ADD_ALL);
    sameOnTheWire(UsersClient.REMOVE_BY_ID, AsyncUsersClient.REMOVE_BY_ID);
    require(AsyncUsersClient.GET.policies(), UsersClient.GET.policies());
    require(new AsyncUsersDispatcher(new NoUsers()).schema(), acme.UsersSchema.FILE);
  }

  private static void sameOnTheWire(Operation<?, ?> one, Operation<?, ?> other) {
    require(other.path(), one.path());
    require(other.kind(), one.kind());
    require(other.request(), one.request());
    require(other.response(), one.response());
    require(other.errors(), one.errors());
    require(other.traits(), one.traits());
    require(other.routes().size(), one.routes().size());
  }

  private static void require(Object found, Object expected) {
    if (!expected.equals(found)) {
      throw new AssertionError(found + " (expected: " + expected + ")");
    }
  }
}
