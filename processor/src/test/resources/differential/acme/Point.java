package acme;

import dev.farcall.annotation.Message;

@Message
public record Point(int x, int y, String name) {}
