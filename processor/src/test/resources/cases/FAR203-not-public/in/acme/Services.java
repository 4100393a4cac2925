package acme;

import dev.farcall.annotation.Remote;

@Remote
// error: [FAR203] Hidden is not public: the library could not load its client. Make it, and what it is nested in, public.
interface Hidden {
  void ping();
}

final class Services {
  private Services() {}

  @Remote
  // error: [FAR203] Services.Nested is nested in Services, which is not public: the library could not load its client. Make it, and what it is nested in, public.
  public interface Nested {
    void ping();
  }
}
