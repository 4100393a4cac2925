package dev.farcall.reflection;

import dev.farcall.call.Channel;
import dev.farcall.call.Handler;
import dev.farcall.call.Kind;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Response;
import dev.farcall.wire.FileSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** Makes the reflection services of a server. */
public final class Reflection {

  private static final String V1 = "grpc.reflection.v1";
  private static final String V1_ALPHA = "grpc.reflection.v1alpha";

  private Reflection() {}

  /**
   * The methods of both versions.
   *
   * @param services the full names of the services served, without reflection itself
   * @param files the files that declare them
   */
  public static List<Handler<?, ?>> handlers(Set<String> services, List<FileSchema> files) {
    Set<String> names = new TreeSet<>(services);
    names.add(V1 + ".ServerReflection");
    names.add(V1_ALPHA + ".ServerReflection");
    List<FileSchema> all = new ArrayList<>(files);
    all.add(ReflectionSchema.V1);
    all.add(ReflectionSchema.V1_ALPHA);
    SchemaIndex index = new SchemaIndex(names, all);
    return List.of(handler(V1, index), handler(V1_ALPHA, index));
  }

  private static Handler<?, ?> handler(String version, SchemaIndex index) {
    Question.Codec question = new Question.Codec(version + ".ServerReflectionRequest");
    Answer.Codec answer = new Answer.Codec(version + ".ServerReflectionResponse");
    Operation<Question, Answer> operation =
        Operation.of(
                Kind.BIDI_STREAMING,
                version + ".ServerReflection",
                "ServerReflectionInfo",
                question,
                answer)
            .build();
    Channel channel =
        request -> {
          Conversation stream =
              new Conversation(request, question, answer, asked -> Answer.to(asked, index));
          return CompletableFuture.completedFuture(
              Response.streaming(stream, Metadata.EMPTY, stream.done()));
        };
    return Handler.raw(operation, channel);
  }
}
