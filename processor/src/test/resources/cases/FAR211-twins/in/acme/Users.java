package acme;

import dev.farcall.annotation.Get;
import dev.farcall.annotation.Http;
import dev.farcall.annotation.Remote;

@Remote
@Http("/users")
public interface Users {
  @Get("/{id}")
  String name(String id);
}
