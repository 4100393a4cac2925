package acme;

import dev.farcall.annotation.Message;

@Message
public record Money(String amount) {}
