package dev.farcall.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.fixture.Texts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallContextTest {

  private final CallContext context =
      CallContext.of(Texts.request(Texts.unary("Get").build(), "a"));

  @Test
  void it_is_current_while_a_task_runs_and_the_one_before_is_after_it() throws Exception {
    CallContext inner = CallContext.of(Texts.request(Texts.unary("Get").build(), "b"));
    List<CallContext> seen = new ArrayList<>();
    context.run(
        () -> {
          seen.add(CallContext.current());
          inner.run(() -> seen.add(CallContext.current()));
          seen.add(CallContext.current());
        });
    assertThat(seen).containsExactly(context, inner, context);
    assertThat(CallContext.current()).isSameAs(CallContext.NONE);
    assertThat(context.call(CallContext::current)).isSameAs(context);
  }

  @Test
  void it_is_put_back_when_a_task_throws() {
    assertThatThrownBy(
            () ->
                context.call(
                    () -> {
                      throw new IllegalStateException("on purpose");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(CallContext.current()).isSameAs(CallContext.NONE);
  }

  @Test
  void it_travels_to_other_threads_with_a_wrapped_executor() {
    List<Runnable> tasks = new ArrayList<>();
    List<CallContext> seen = new ArrayList<>();
    context.wrap(tasks::add).execute(() -> seen.add(CallContext.current()));
    tasks.get(0).run();
    assertThat(seen).containsExactly(context);
  }

  @Test
  void a_promise_not_to_block_holds_on_the_thread_it_was_given_on() throws Exception {
    CallContext direct = context.callWithoutBlocking(CallContext::current);
    assertThat(direct.mayBlock()).isFalse();
    assertThat(direct.cancellation()).isSameAs(context.cancellation());
    assertThat(direct.call(() -> CallContext.current().mayBlock())).isTrue();
  }
}
