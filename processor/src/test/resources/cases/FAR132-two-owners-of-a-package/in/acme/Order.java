package acme;

import dev.farcall.annotation.Message;

@Message
// error: [FAR132] Proto package acme is generated here and already by another module on the class path (acme/acme.proto): one package has one file. Give one of them another @Schema value.
public record Order(Money price) {}
