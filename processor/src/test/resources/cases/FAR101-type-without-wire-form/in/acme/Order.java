package acme;

import dev.farcall.annotation.Message;
import java.net.URL;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

@Message
record Order(
    // error: [FAR101] Type java.util.Date of component Order.created cannot be sent. Use java.time.Instant.
    Date created,
    // error: [FAR101] Type char of component Order.grade cannot be sent. Use String.
    char grade,
    // error: [FAR101] Type java.time.ZonedDateTime of component Order.due cannot be sent. Use java.time.Instant and java.time.ZoneId, or java.time.OffsetDateTime.
    ZonedDateTime due,
    // error: [FAR101] Type java.net.URL of component Order.links cannot be sent. Use java.net.URI.
    List<URL> links,
    // error: [FAR101] Type java.nio.file.Path of component Order.file cannot be sent. Use String.
    Path file,
    // error: [FAR101] Type java.lang.Object of component Order.extra cannot be sent. Use a record, or a sealed interface of records.
    Object extra,
    // error: [FAR101] Type java.util.ArrayList<java.lang.String> of component Order.names cannot be sent. Use List.
    ArrayList<String> names,
    // error: [FAR101] Type java.lang.Thread of component Order.worker cannot be sent. Use a record, or give it a @WireAdapter.
    Thread worker) {}
