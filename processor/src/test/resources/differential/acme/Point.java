package acme;

import dev.farcall.annotation.Message;
import dev.farcall.annotation.Was;

@Message
public record Point(int x, int y, @Was("label") String name) {}
