package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
record Order(
    // error: [FAR315] Order.sku is 'article' in JSON and was 'sku': peers in the field look for that. Keep it by @Json("sku"), or accept the break: mode=update-breaking.
    @Json("article") String sku,
    // error: [FAR315] Order.quantity is 'quantity' in JSON and was 'qty': peers in the field look for that. Keep it by @Json("qty"), or accept the break: mode=update-breaking.
    @Was("qty") int quantity,
    // error: [FAR310] Schema acme changed and is not recorded: | Order.number int32 count -> int32 number | These changes are compatible. Record them: mvn compile -Dfarcall.schema.mode=update (elsewhere: javac -Afarcall.schema.mode=update) and commit acme/acme.proto.
    @Was("count") @Json("count") int number) {}
