package dev.farcall.samples.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.Server;
import dev.farcall.samples.peers.Interop.Result;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Peers that know nothing of the shop but the OpenAPI document that it serves. */
@Tag("interop")
class OpenApiTest {

  private static Server server;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    server = Shop.startHttp();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void fetchDocument() throws IOException {
    try (InputStream in = URI.create(url() + "/openapi.json").toURL().openStream()) {
      Files.copy(in, folder.resolve("openapi.json"));
    }
    Files.createSymbolicLink(
        folder.resolve("node_modules"), Interop.home().resolve("node_modules"));
  }

  private static String url() {
    return "http://127.0.0.1:" + server.port();
  }

  @Test
  void aLinterFindsNoError() throws Exception {
    Result lint =
        Interop.node(folder, "node_modules/@redocly/cli/bin/cli.js", "lint", "openapi.json");

    assertThat(lint.exitCode()).as(lint.output()).isZero();
    assertThat(lint.output()).contains("Your API description is valid");
  }

  @Test
  void aClientGeneratedForTypeScriptCompilesAndCalls() throws Exception {
    Files.copy(Interop.home().resolve("rest.mts"), folder.resolve("rest.mts"));
    run("node_modules/openapi-typescript/bin/cli.js", "openapi.json", "-o", "shop.d.ts");
    run(
        "node_modules/typescript/lib/tsc.js",
        "--strict",
        "--module",
        "nodenext",
        "--target",
        "es2022",
        "--skipLibCheck",
        "rest.mts");

    Result said = Interop.node(folder, folder.resolve("rest.mjs").toString(), url());

    assertThat(said.exitCode()).as(said.output()).isZero();
    assertThat(said.output())
        .isEqualTo(
            """
            created 201 grace@example.com Grace
            location true
            found Grace
            changed Grace Hopper
            listed Grace Hopper false
            refused 409 already_exists EMAIL_TAKEN
            refused 400 undefined
            removed 204
            nobody 404 true
            """);
  }

  private void run(String script, String... arguments) throws Exception {
    Result result = Interop.node(folder, script, arguments);
    assertThat(result.exitCode()).as(script + ": " + result.output()).isZero();
  }

  @Test
  void chromiumShowsTheDocumentsAndCallsFromAnotherOrigin() throws Exception {
    Result said = Interop.node(folder, "browser.js", url());

    assertThat(said.exitCode()).as(said.output()).isZero();
    assertThat(said.output())
        .isEqualTo(
            """
            title OrderService, PaymentService, UserService
            tags OrderService,PaymentService,UserService
            operations true
            answers 3
            elsewhere nothing
            complaints none
            other origin 201 Tim 204
            """);
  }
}
