package dev.farcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class WriteQueueTest implements WriteQueue.Sink {

  private final EventLoop loop = new DefaultEventLoop();
  private final AtomicInteger rooms = new AtomicInteger();
  private final WriteQueue queue = new WriteQueue(loop, this, rooms::incrementAndGet);

  /** What was written, a line for each write. */
  private final List<String> written = new CopyOnWriteArrayList<>();

  private volatile boolean over;
  private volatile boolean engineIsFull;

  @Override
  public boolean isOver() {
    return over;
  }

  @Override
  public void write(Buffer elements) {
    assertThat(loop.inEventLoop()).isTrue();
    written.add(elements.toString(StandardCharsets.UTF_8));
  }

  @Override
  public boolean isFull() {
    return engineIsFull;
  }

  @AfterEach
  void stop() {
    loop.shutdownGracefully(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** While the loop is busy with this, nothing leaves. */
  private void whileBusy(Runnable body) throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    var blocked =
        loop.submit(
            () -> {
              busy.await();
              return null;
            });
    body.run();
    busy.countDown();
    blocked.sync();
    settle();
  }

  /** All that is due has been run, what it scheduled too. */
  private void settle() throws Exception {
    for (int i = 0; i < 4; i++) {
      loop.submit(() -> {}).sync();
      loop.schedule(() -> {}, 1, TimeUnit.MILLISECONDS).sync();
    }
  }

  @Test
  void whatHasPiledUpLeavesTogetherAndInOrder() throws Exception {
    whileBusy(
        () -> {
          queue.write(bytes("a"));
          queue.write(bytes("b"));
          queue.inOrder(() -> written.add("action"));
          queue.write(bytes("c"));
          queue.write(bytes("d"));
        });
    assertThat(written).containsExactly("ab", "action", "cd");
    assertThat(rooms).hasValue(1);
  }

  @Test
  void whatComesFromTheLoopLeavesWhenTheLoopIsDone() throws Exception {
    loop.submit(
            () -> {
              queue.write(bytes("a"));
              queue.write(bytes("b"));
              assertThat(written).isEmpty();
            })
        .sync();
    settle();
    assertThat(written).containsExactly("ab");
  }

  @Test
  void thereIsNoRoomBeyondSomeBytesAndManyElements() throws Exception {
    whileBusy(
        () -> {
          int count = 0;
          while (queue.hasRoom()) {
            queue.write(new byte[0]);
            count++;
          }
          assertThat(count).isBetween(100, 1_000);
        });
    assertThat(queue.hasRoom()).isTrue();
    whileBusy(
        () -> {
          queue.write(new byte[1 << 20]);
          assertThat(queue.hasRoom()).isFalse();
        });
    assertThat(queue.hasRoom()).isTrue();
  }

  @Test
  void anEngineThatIsFullLeavesNoRoomUntilItIsDrained() throws Exception {
    engineIsFull = true;
    queue.write(bytes("a"));
    settle();
    assertThat(queue.hasRoom()).isFalse();
    assertThat(rooms).hasValue(0);
    loop.submit(queue::drained).sync();
    settle();
    assertThat(queue.hasRoom()).isTrue();
    assertThat(rooms).hasValue(1);
  }

  @Test
  void nothingIsWrittenWhenAllIsOver() throws Exception {
    over = true;
    queue.write(bytes("a"));
    queue.inOrder(() -> written.add("action"));
    settle();
    assertThat(written).containsExactly("action");
    assertThat(queue.hasRoom()).isTrue();
  }

  @Test
  void nothingIsLostOfWhatManyThreadsWrite() throws Exception {
    int each = 50_000;
    Thread[] threads = new Thread[3];
    for (int t = 0; t < threads.length; t++) {
      threads[t] =
          new Thread(
              () -> {
                for (int i = 0; i < each; i++) {
                  queue.write(bytes("x"));
                }
              });
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    settle();
    assertThat(written.stream().mapToInt(String::length).sum()).isEqualTo(threads.length * each);
    assertThat(queue.hasRoom()).isTrue();
  }
}
