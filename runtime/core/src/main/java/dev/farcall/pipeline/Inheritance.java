package dev.farcall.pipeline;

import dev.farcall.call.CallContext;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Cancellation.Reason;
import dev.farcall.call.Deadline;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import org.jspecify.annotations.Nullable;

/** What a call takes over from the call it is made in. */
record Inheritance(
    Deadline deadline,
    Metadata passedOn,
    Cancellation cancellation,
    Cancellation.@Nullable Listener link) {

  /** For a call that is made here. */
  static Inheritance current(Operation<?, ?> operation) {
    return of(CallContext.current(), operation);
  }

  /** For a call that is made in a context. */
  static Inheritance of(CallContext context, Operation<?, ?> operation) {
    Cancellation own = new Cancellation();
    if (operation.detached() || context == CallContext.NONE) {
      return new Inheritance(Deadline.NONE, context.passedOn(), own, null);
    }
    // The limit of the surrounding call is its own there, and an inherited one here.
    Cancellation.Listener link =
        context
            .cancellation()
            .onCancel(
                reason -> own.cancel(reason == Reason.OWN_LIMIT ? Reason.INHERITED_LIMIT : reason));
    return new Inheritance(context.deadline(), context.passedOn(), own, link);
  }

  /** What goes with the call: what is passed on, and what is its own. */
  Metadata metadata(Metadata own) {
    return passedOn.plus(own);
  }

  /** The call has ended: the surrounding one need not remember it. */
  void detach() {
    if (link != null) {
      link.remove();
    }
  }
}
