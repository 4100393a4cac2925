package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
record Price(long cents) {}
