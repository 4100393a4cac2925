package dev.farcall.reflection;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.wire.DecodeException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One answer for each question, in order; the demand for answers is the demand for questions. */
final class Conversation implements Flow.Publisher<Payload> {

  private final Request request;
  private final Question.Codec questions;
  private final Answer.Codec answers;
  private final Function<Question, Answer> answer;
  private final CompletableFuture<Outcome> done = new CompletableFuture<>();

  Conversation(
      Request request,
      Question.Codec questions,
      Answer.Codec answers,
      Function<Question, Answer> answer) {
    this.request = request;
    this.questions = questions;
    this.answers = answers;
    this.answer = answer;
  }

  CompletionStage<Outcome> done() {
    return done;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super Payload> subscriber) {
    request.payloads().subscribe(new Exchange(subscriber));
  }

  private final class Exchange implements Flow.Subscriber<Payload>, Flow.Subscription {
    private final Flow.Subscriber<? super Payload> subscriber;
    private Flow.@Nullable Subscription upstream;
    private boolean ended;

    Exchange(Flow.Subscriber<? super Payload> subscriber) {
      this.subscriber = subscriber;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      upstream = subscription;
      subscriber.onSubscribe(this);
    }

    @Override
    public void onNext(Payload payload) {
      if (ended) {
        return;
      }
      Question question;
      try {
        question = payload.value(questions);
      } catch (DecodeException malformed) {
        cancel();
        end(new CallException(Code.INVALID_ARGUMENT, "malformed " + questions));
        return;
      }
      subscriber.onNext(Payload.of(answers, answer.apply(question)));
    }

    @Override
    public void onError(Throwable thrown) {
      end(thrown);
    }

    private void end(Throwable thrown) {
      if (!ended) {
        ended = true;
        done.complete(Outcome.CANCELLED);
        subscriber.onError(thrown);
      }
    }

    @Override
    public void onComplete() {
      if (!ended) {
        ended = true;
        done.complete(Outcome.OK);
        subscriber.onComplete();
      }
    }

    @Override
    public void request(long n) {
      if (upstream != null) {
        upstream.request(n);
      }
    }

    @Override
    public void cancel() {
      done.complete(Outcome.CANCELLED);
      if (upstream != null) {
        upstream.cancel();
      }
    }
  }
}
