package dev.farcall.simulation;

import dev.farcall.annotation.Code;
import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Response;
import dev.farcall.fixture.TextCodec;
import org.jspecify.annotations.Nullable;

/** How a server fares as time goes by: well, then for half a minute not, then well again. */
enum Trouble {
  /** It answers UNAVAILABLE at once. */
  FAST_503 {
    @Override
    Answer answer(double second, int inFlight) {
      return isTroubled(second) ? new Answer(0.001, failed(Code.UNAVAILABLE)) : WELL;
    }
  },
  /** It takes calls and never answers. */
  BLACK_HOLE {
    @Override
    Answer answer(double second, int inFlight) {
      return isTroubled(second) ? new Answer(Double.POSITIVE_INFINITY, OK) : WELL;
    }
  },
  /** It takes longer and longer: at the end 1.5 s, beyond its callers' patience. */
  SLOW_GROWTH {
    @Override
    Answer answer(double second, int inFlight) {
      double grown = isTroubled(second) ? (second - BEGINS) / (ENDS - BEGINS) * 1.5 : 0;
      return new Answer(0.01 + grown, OK);
    }
  },
  /** It is there for five seconds, and is not for five. */
  FLAPPING {
    @Override
    Answer answer(double second, int inFlight) {
      boolean down = isTroubled(second) && (int) (second / 5) % 2 == 1;
      return down ? new Answer(0.001, failed(Code.UNAVAILABLE)) : WELL;
    }
  },
  /** It has room for 20 calls at a time, each of which takes 50 ms: 400 a second. */
  OVERLOAD {
    @Override
    Answer answer(double second, int inFlight) {
      if (!isTroubled(second)) {
        return WELL;
      }
      return inFlight > 20
          ? new Answer(0.001, failed(Code.RESOURCE_EXHAUSTED))
          : new Answer(0.05, OK);
    }
  },
  /** It answers NOT_FOUND to all: callers ask for what is not there. */
  STORM_OF_404 {
    @Override
    Answer answer(double second, int inFlight) {
      return isTroubled(second) ? new Answer(0.005, failed(Code.NOT_FOUND)) : WELL;
    }
  };

  static final double BEGINS = 15;
  static final double ENDS = 45;
  static final int SECONDS = 105;

  private static final Response OK = Response.of(Payload.of(TextCodec.TEXT, "b"), Metadata.EMPTY);
  private static final Answer WELL = new Answer(0.01, OK);

  /** What a server does with a call: answers after so many seconds, or never. */
  record Answer(double seconds, Response response) {}

  abstract Answer answer(double second, int inFlight);

  static boolean isTroubled(double second) {
    return second >= BEGINS && second < ENDS;
  }

  private static @Nullable Response failed(Code code) {
    return Response.failed(Failure.of(Outcome.of(code), code, "scripted"));
  }
}
