package acme;

import dev.farcall.annotation.Scalar;
import java.util.UUID;

@Scalar
public record Ticket(UUID id) {}
