package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
record Address(String street, UUID id) {}
