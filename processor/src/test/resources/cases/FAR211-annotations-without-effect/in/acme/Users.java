package acme;

import dev.farcall.annotation.*;
import dev.farcall.call.CallContext;
import java.util.concurrent.CompletionStage;

@Remote
public interface Users extends Base {
  // error: [FAR211] @Safe on Users.local has no effect: the method runs where it is called. Add @Rpc if it is to be remote.
  @Safe
  default String local() {
    return "";
  }

  void context(
      // error: [FAR211] @Tag on Users.context(context) has no effect: the parameter is no part of the request message. Remove it.
      @Tag(1) CallContext context);

  void store(
      // error: [FAR211] @Tag on Users.store(user) has no effect: the parameter is itself the request message. Remove it, or add @Rpc(wrap = true).
      @Tag(1) User user);

  // error: [FAR211] @NonBlocking on Users.later has no effect: a method that returns a CompletionStage is taken to be non-blocking. Remove it.
  @NonBlocking
  CompletionStage<String> later();
}

interface Base {
  @Timeout("1s")
  void ping();
}

interface Other {
  // error: [FAR211] @Get on Other.ping has no effect: Other is no @Remote interface, and none of this module extends it. Annotate it with @Remote.
  @Get("/ping")
  void ping();

  // error: [FAR211] @Deadline on Other.pong has no effect: Other is no @Remote interface, and none of this module extends it. Annotate it with @Remote.
  @Deadline(detach = true)
  @Timeout("1s")
  void pong();
}

// error: [FAR211] @Deadline on Impl has no effect: it is no @Remote interface. Remove it.
@Deadline(detach = true)
class Impl implements Other {
  // error: [FAR211] @Idempotent on Impl.ping has no effect: only methods of a @Remote interface are remote. Move it to the interface.
  @Idempotent
  public void ping() {}

  public void pong() {}

  void set(
      // error: [FAR211] @Header on Impl.set(tenant) has no effect: only methods of a @Remote interface are remote. Move it to the interface.
      @Header("x-tenant") String tenant) {}

  // error: [FAR211] @Was on Impl.name has no effect: it is neither an enum constant nor a record component. Remove it.
  @Was("title") String name = "";
}

// error: [FAR211] @Tag on User has no effect: it is no member of a sealed interface. Remove it.
@Tag(4)
record User(String name) {}

// error: [FAR211] @Message on Page has no effect: a generic type gets a message for each use, where it is used. Remove it.
@Message
record Page<T>(T item) {}
