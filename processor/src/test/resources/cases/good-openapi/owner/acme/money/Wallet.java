package acme.money;

import dev.farcall.annotation.Message;
import java.util.List;

@Message
public record Wallet(List<Money.Range> ranges) {}
