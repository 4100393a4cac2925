package dev.farcall.http;

import static java.util.Objects.requireNonNull;

import dev.farcall.annotation.Code;
import dev.farcall.call.ErrorDetail;
import dev.farcall.protocol.ConnectCode;
import dev.farcall.wire.DecodeException;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.JsonName;
import dev.farcall.wire.JsonNames;
import dev.farcall.wire.JsonProfile;
import dev.farcall.wire.JsonReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of an error, as Connect or RFC 9457 has it: of each what we know.
 *
 * @param code null if it tells none of ours
 * @param message what Connect has as such, else the detail or the title of a problem; empty if it
 *     has none
 * @param details in their order
 * @param absent whether it says that what was asked for is not there, which is an answer
 */
record ErrorBody(@Nullable Code code, String message, List<ErrorDetail> details, boolean absent) {

  private static final DecodeLimits LIMITS = new DecodeLimits(64 << 10, 32, 1_000);

  private static final int CODE = 0;
  private static final int MESSAGE = 1;
  private static final int DETAIL = 2;
  private static final int TITLE = 3;
  private static final int DETAILS = 4;
  private static final int ABSENT = 5;
  private static final JsonNames NAMES =
      names("code", "message", "detail", "title", "details", "absent");

  ErrorBody {
    details = List.copyOf(details);
  }

  /** Reads a body; null if it is no such object, as those of strangers often are not. */
  static @Nullable ErrorBody read(byte[] json) {
    if (json.length == 0 || json.length > LIMITS.maxBytes()) {
      return null;
    }
    try {
      return JsonReader.decode(json, JsonProfile.REST_CLIENT, LIMITS, ErrorBody::read);
    } catch (DecodeException foreign) {
      return null;
    }
  }

  private static ErrorBody read(JsonReader in) {
    Code code = null;
    String message = null;
    String detail = null;
    String title = "";
    List<ErrorDetail> details = List.of();
    boolean absent = false;
    in.beginObject();
    for (int field = in.field(NAMES); field != JsonReader.END; field = in.field(NAMES)) {
      switch (field) {
        case CODE -> code = ConnectCode.of(in.string());
        case MESSAGE -> message = in.string();
        case DETAIL -> detail = in.string();
        case TITLE -> title = in.string();
        case DETAILS -> details = readDetails(in);
        case ABSENT -> absent = in.bool();
        default -> in.skip();
      }
    }
    String text = message != null ? message : detail != null ? detail : title;
    return new ErrorBody(code, text, details, absent);
  }

  private static List<ErrorDetail> readDetails(JsonReader in) {
    List<ErrorDetail> details = new ArrayList<>();
    in.beginArray();
    while (in.more()) {
      String type = "";
      byte[] value = {};
      in.beginObject();
      for (String name = in.key(); name != null; name = in.key()) {
        switch (name) {
          case "type" -> type = in.string();
          case "value" -> value = in.bytes();
          default -> in.skip();
        }
      }
      details.add(new ErrorDetail(type.substring(type.lastIndexOf('/') + 1), value));
    }
    return details;
  }

  private static JsonNames names(String... names) {
    JsonName[] all = new JsonName[names.length];
    for (int i = 0; i < names.length; i++) {
      all[i] = JsonName.of(requireNonNull(names[i]), i);
    }
    return JsonNames.of(all);
  }
}
