package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
enum Colour { RED, @Was("LIME") GREEN }
