package acme;

import dev.farcall.annotation.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Message
@SuppressWarnings("rawtypes")
record Order(
    // error: [FAR103] Type List of component Order.lines is not fully known (expected: no type variable, wildcard or raw type). Name the type, as in List<String>.
    List lines,
    // error: [FAR103] Type ? of component Order.tags is not fully known (expected: no type variable, wildcard or raw type). Name the type, as in List<String>.
    List<?> tags,
    // error: [FAR103] Type ? extends Number of component Order.sums is not fully known (expected: no type variable, wildcard or raw type). Name the type, as in List<String>.
    List<? extends Number> sums,
    // error: [FAR103] Type Map of component Order.totals is not fully known (expected: no type variable, wildcard or raw type). Name the type, as in List<String>.
    Map totals,
    // error: [FAR103] Type Optional of component Order.note is not fully known (expected: no type variable, wildcard or raw type). Name the type, as in List<String>.
    Optional note,
    // error: [FAR103] Type Page of component Order.page is not fully known (expected: no type variable, wildcard or raw type). Name the type, as in List<String>.
    Page page) {}

record Page<T>(List<T> items) {}
