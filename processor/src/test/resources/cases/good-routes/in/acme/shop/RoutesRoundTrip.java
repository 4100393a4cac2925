package acme.shop;

import dev.farcall.route.Route;
import dev.farcall.route.RouteReader;
import dev.farcall.route.RouteTable;
import dev.farcall.route.RouteWriter;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.JsonProfile;
import dev.farcall.wire.JsonReader;
import dev.farcall.wire.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** Spreads a request over each route, finds the route by its path, and reads the request again. */
public class RoutesRoundTrip implements Runnable {

  private static final UUID ID = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");
  private static final OrderId ORDER = new OrderId(7);
  private static final Order OPEN = new Order(ORDER, "tea", Order.Status.OPEN, 1L << 60);

  @Override
  public void run() {
    request(
        new ShopServiceRoutes.GetOrderRoute(),
        new ShopServiceGetOrderRequest(ID),
        "GET /v1/orders/" + ID);
    request(
        new ShopServiceRoutes.SearchRoute(),
        new ShopServiceSearchRequest(
            "a&b",
            5,
            Optional.of(ORDER),
            Set.of(Order.Status.CLOSED),
            new Filter("tea", Optional.of(-1L), List.of(1, 2)),
            Optional.of(new Span(Instant.EPOCH, Instant.ofEpochSecond(1, 500_000_000))),
            OptionalInt.empty()),
        "GET /v1/orders?q=a%26b&limit=5&after=7&status=CLOSED&filter.article=tea"
            + "&filter.minimum=-1&filter.sizes=1&filter.sizes=2"
            + "&during.from=1970-01-01T00%3A00%3A00Z&during.to=1970-01-01T00%3A00%3A01.500Z");
    request(
        new ShopServiceRoutes.CountRoute(),
        new CountBy(Order.Status.OPEN, Optional.of("tea")),
        "GET /v1/orders/OPEN/count?article=tea");
    request(
        new ShopServiceRoutes.PlaceRoute(),
        new NewOrder("tea", 2),
        "POST /v1/orders {\"article\":\"tea\",\"count\":2}");
    request(
        new ShopServiceRoutes.ReplaceRoute(),
        new ShopServiceReplaceRequest(ORDER, new NewOrder("tea", 0), true),
        "PUT /v1/orders/7?force=true {\"article\":\"tea\",\"count\":0}");
    request(
        new ShopServiceRoutes.ChangeRoute(),
        new ShopServiceChangeRequest(ORDER, Optional.empty(), Order.Status.CLOSED),
        "PATCH /v1/orders/7 {\"status\":\"CLOSED\"}");
    request(
        new ShopServiceRoutes.ConfirmRoute(),
        new ShopServiceConfirmRequest(ORDER),
        "POST /v1/orders/7:confirm");
    request(
        new ShopServiceRoutes.TagRoute(),
        new ShopServiceTagRequest(ORDER, List.of("a", "b"), Optional.of(Duration.ofMillis(1500))),
        "PUT /v1/orders/7/tags?every=1.500s [\"a\",\"b\"]");
    request(
        new ShopServiceRoutes.FileRoute(),
        new ShopServiceFileRequest("a/b c"),
        "GET /v1/files/a/b%20c");
    String open = "{\"id\":7,\"article\":\"tea\",\"status\":\"OPEN\",\"price\":1152921504606846976}";
    result(new ShopServiceRoutes.PlaceRoute(), OPEN, open);
    result(new ShopServiceRoutes.GetOrderRoute(), Optional.of(OPEN), open);
    result(new ShopServiceRoutes.GetOrderRoute(), Optional.empty(), "");
    result(new ShopServiceRoutes.SearchRoute(), List.of(OPEN), "[" + open + "]");
    result(new ShopServiceRoutes.SearchRoute(), List.of(), "[]");
    result(new ShopServiceRoutes.CountRoute(), 0L, "0");
    result(new ShopServiceRoutes.FileRoute(), "ü", "\"ü\"");
    result(new ShopServiceRoutes.ConfirmRoute(), null, "");
    same("/v1/orders/7", String.valueOf(new ShopServiceRoutes.PlaceRoute().location(OPEN)));
  }

  private static <Q, R> void request(Route<Q, R> route, Q request, String expected) {
    RouteWriter out = new RouteWriter(route.template(), JsonProfile.REST);
    route.write(request, out);
    byte[] body = out.bodyBytes() == null ? new byte[0] : out.bodyBytes();
    String json = new String(body, StandardCharsets.UTF_8);
    same(expected, route.verb() + " " + out.target() + (json.isEmpty() ? "" : " " + json));

    String[] target = out.target().split("\\?", 2);
    RouteTable<Route<Q, R>> table =
        RouteTable.<Route<Q, R>>builder().add(route.verb(), route.template(), route).build();
    if (!(table.match(route.verb(), target[0]) instanceof RouteTable.Found<Route<Q, R>> found)) {
      throw new AssertionError("nothing at " + target[0]);
    }
    String query = target.length > 1 ? target[1] : null;
    RouteReader in =
        new RouteReader(
            found.variables(), query, body, JsonProfile.REST, DecodeLimits.DEFAULT);
    same(request, found.target().read(in));
  }

  private static <Q, R> void result(Route<Q, R> route, R result, String expected) {
    JsonWriter out = JsonWriter.of(JsonProfile.REST);
    boolean written = route.writeResult(result, out);
    byte[] json = out.toByteArray();
    same(expected, new String(json, StandardCharsets.UTF_8));
    R read =
        written
            ? JsonReader.<R>decode(
                json, JsonProfile.REST_CLIENT, DecodeLimits.DEFAULT, route::readResult)
            : route.absentResult();
    same(String.valueOf(result), String.valueOf(read));
  }

  private static void same(Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError("found: " + actual + " (expected: " + expected + ")");
    }
  }
}
