package acme;

import dev.farcall.annotation.Message;

@Message
record Order(
    // error: [FAR102] Type Order.Secret of component Order.secret is private: generated code cannot reach it. Make it package-private or public.
    Secret secret) {
  private record Secret(String text) {}
}
