package acme;

import dev.farcall.annotation.*;
import java.util.List;
import java.util.stream.Stream;
import java.util.Optional;

@Remote
@LoadBalanced(LoadBalanced.CONSISTENT_HASH)
public interface Carts {
  record Item(String sku) {}

  // error: [FAR615] @HashKey on Carts.two(b): the method has another one (expected: one parameter of the request, a String, a whole number, a boolean, an enum or a UUID, or an Optional of one).
  void two(@HashKey String a, @HashKey String b);

  // error: [FAR615] @HashKey on Carts.header(tenant): it is no part of the request (expected: one parameter of the request, a String, a whole number, a boolean, an enum or a UUID, or an Optional of one).
  void header(@HashKey @Header("tenant") String tenant);

  // error: [FAR615] @HashKey on Carts.fraction(price): double is no key (expected: one parameter of the request, a String, a whole number, a boolean, an enum or a UUID, or an Optional of one).
  void fraction(@HashKey double price);

  // error: [FAR615] @HashKey on Carts.whole(item): acme.Carts.Item is no key (expected: one parameter of the request, a String, a whole number, a boolean, an enum or a UUID, or an Optional of one).
  void whole(@HashKey Item item);

  // error: [FAR615] @HashKey on Carts.list(items): java.util.List<java.lang.String> is no key (expected: one parameter of the request, a String, a whole number, a boolean, an enum or a UUID, or an Optional of one).
  void list(@HashKey List<String> items);

  // error: [FAR615] @HashKey on Carts.stream(items): it is a stream, and the endpoint is chosen before its first element (expected: one parameter of the request, a String, a whole number, a boolean, an enum or a UUID, or an Optional of one).
  void stream(@HashKey Stream<String> items);
}

class NotRemote {
  // error: [FAR211] @HashKey on NotRemote.get(id) has no effect: only methods of a @Remote interface are remote. Move it to the interface.
  String get(@HashKey String id) {
    return id;
  }
}

interface Local {
  // error: [FAR211] @LoadBalanced on Local.get has no effect: Local is no @Remote interface, and none of this module extends it. Annotate it with @Remote.
  @LoadBalanced
  @Timeout("1s")
  String get(String id);
}
