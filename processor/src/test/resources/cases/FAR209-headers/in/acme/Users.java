package acme;

import dev.farcall.annotation.Header;
import dev.farcall.annotation.Remote;
import java.util.Optional;

@Remote
public interface Users {
  void good(@Header("x-tenant") String tenant, @Header("x-trace") Optional<String> trace);

  void bad(
      // error: [FAR209] @Header on Users.bad(a): name 'X-Tenant' (expected: lower case letters, digits, '-', '_' and '.').
      @Header("X-Tenant") String a,
      // error: [FAR209] @Header on Users.bad(b): name 'grpc-timeout' (expected: a name of your own; those of the protocol, 'grpc-…' and '…-bin' are taken).
      @Header("grpc-timeout") String b,
      // error: [FAR209] @Header on Users.bad(c): type int (expected: String or Optional<String>).
      @Header("x-count") int c);

  void twice(
      @Header("x-tenant") String a,
      // error: [FAR209] @Header on Users.twice(b): name 'x-tenant', as another parameter has (expected: each name once).
      @Header("x-tenant") String b);
}
