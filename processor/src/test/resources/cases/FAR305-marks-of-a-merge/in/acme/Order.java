package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
// error: [FAR305] acme/acme.proto:9: '<<<<<<< HEAD' is the mark of a merge. This is an unresolved merge: keep what was released, remove the other and run the update.
record Order(String note, String gift) {}
