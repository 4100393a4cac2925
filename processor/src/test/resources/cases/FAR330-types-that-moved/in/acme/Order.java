package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
record Order(Line line, Money price, State kind) {}
