package dev.farcall.http;

import dev.farcall.route.Route;
import dev.farcall.route.RouteReader;
import dev.farcall.route.RouteWriter;
import dev.farcall.route.Verb;
import dev.farcall.wire.JsonReader;
import dev.farcall.wire.JsonWriter;
import org.jspecify.annotations.Nullable;

/** Routes by hand: of a note whose parts stand in path and query, and of one that is the body. */
final class NoteRoutes {

  private NoteRoutes() {}

  static Route<Note, Note> inPath(Verb verb, String template, int status, boolean answers) {
    return new NoteRoute(verb, template, status, answers) {
      @Override
      protected Note readRequest(RouteReader in) {
        String text = in.query("text");
        return new Note(in.path(0), text == null ? "" : text, in.queryInt("stars").orElse(0));
      }
    };
  }

  static Route<Note, Note> inBody(Verb verb, String template, int status) {
    return new NoteRoute(verb, template, status, true) {
      @Override
      protected Note readRequest(RouteReader in) {
        return in.body(NoteCodec.INSTANCE);
      }

      @Override
      public String location(Note result) {
        return "/notes/" + result.id();
      }
    };
  }

  /** An empty text stands for no result. */
  private abstract static class NoteRoute extends Route<Note, Note> {
    private final boolean answers;

    NoteRoute(Verb verb, String template, int status, boolean answers) {
      super(verb, template, status);
      this.answers = answers;
    }

    @Override
    public void write(Note request, RouteWriter out) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean writeResult(@Nullable Note result, JsonWriter out) {
      if (!answers || result == null || result.text().equals("absent")) {
        return false;
      }
      out.message(result, NoteCodec.INSTANCE);
      return true;
    }

    @Override
    public Note readResult(JsonReader in) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Note absentResult() {
      throw new UnsupportedOperationException();
    }
  }
}
