package acme;

import dev.farcall.annotation.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.Flow;

@Message
enum Order { OPEN, PAID }
