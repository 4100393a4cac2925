import dev.farcall.annotation.Remote;

@Remote
// error: [FAR212] Users is in the unnamed package, which has no proto package. Move it to a named one.
public interface Users {
  void ping();
}
