package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
// error: [FAR309] acme/acme.proto:9: found '100' (expected: a name). Restore the file from version control: it is written by the compiler.
record Order(String sku) {}
