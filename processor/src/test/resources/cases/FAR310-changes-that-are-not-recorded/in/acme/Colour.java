package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
enum Colour { GREEN, BLUE, YELLOW }
