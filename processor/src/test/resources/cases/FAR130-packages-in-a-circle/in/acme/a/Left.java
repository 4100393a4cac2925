package acme.a;

import acme.b.Right;
import dev.farcall.annotation.Message;

@Message
// error: [FAR130] Proto packages import each other: acme.a -> acme.b -> acme.a. Set the same @Schema value on their package-info, or move the types that both use.
public record Left(Right right, Other other) {
  public record Other(int x) {}
}
