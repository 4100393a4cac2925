package acme;

import dev.farcall.annotation.Header;
import dev.farcall.annotation.Remote;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Remote
public interface Users {
  void good(
      @Header("x-tenant") String tenant,
      @Header("x-trace") Optional<UUID> trace,
      @Header("x-count") int count);

  void bad(
      // error: [FAR209] @Header on Users.bad(a): name 'X-Tenant' (expected: lower case letters, digits, '-', '_' and '.').
      @Header("X-Tenant") String a,
      // error: [FAR209] @Header on Users.bad(b): name 'grpc-timeout' (expected: a name of your own; those of the protocol, 'grpc-…' and '…-bin' are taken).
      @Header("grpc-timeout") String b,
      // error: [FAR209] @Header on Users.bad(c): type List<String> (expected: String, a number, boolean, an enum or another type that is sent as text, or Optional of it).
      @Header("x-count") List<String> c);

  void twice(
      @Header("x-tenant") String a,
      // error: [FAR209] @Header on Users.twice(b): name 'x-tenant', as another parameter has (expected: each name once).
      @Header("x-tenant") String b);
}
