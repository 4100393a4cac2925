package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
@Was("Price")
// error: [FAR330] Money was acme.Price and becomes acme.Money, and type URLs and reflection name it. Pin it: @Message(name = "acme.Price"), or accept the break: mode=update-breaking.
record Money(long cents) {}
