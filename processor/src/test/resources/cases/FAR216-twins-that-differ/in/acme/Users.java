package acme;

import dev.farcall.annotation.Header;
import dev.farcall.annotation.Remote;
import java.util.List;
import java.util.stream.Stream;

@Remote
public interface Users {
  int count(String prefix);

  String name(String id, @Header("x-tenant") String tenant);

  Stream<String> names();

  List<String> all();

  int add(Stream<String> names);

  void clear();
}
