package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
// error: [FAR330] Line was acme.Order.Line and would be acme.Line: its wire name would change. Pin it: @Message(name = "acme.Order.Line"). To change the name write @Was("acme.Order.Line") and run mode=update-breaking. If it is another type, remove the old one and run the update before you add it.
record Line(String sku) {}
