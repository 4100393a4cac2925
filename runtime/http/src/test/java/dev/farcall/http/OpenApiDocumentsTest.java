package dev.farcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenApiDocumentsTest {

  @Test
  void pathsAndTagsOfAllServicesStandSideBySide() {
    JsonObject merged =
        OpenApiDocuments.merge(
            List.of(
                document("Users", "v1", "/users", "get", "{}"),
                document("Orders", "v2", "/users", "post", "{}"),
                document("Pay", "v1", "/payments", "get", "{}")));

    assertThat(merged.getString("openapi")).isEqualTo("3.1.1");
    assertThat(merged.getJsonObject("info"))
        .isEqualTo(new JsonObject().put("title", "Orders, Pay, Users").put("version", "v1, v2"));
    assertThat(merged.getJsonArray("tags")).hasSize(3);
    assertThat(merged.getJsonObject("paths").fieldNames()).containsExactly("/users", "/payments");
    assertThat(merged.getJsonObject("paths").getJsonObject("/users").fieldNames())
        .containsExactly("get", "post");
  }

  @Test
  void aMessageToldDifferentlyAsksForWhatBothAskFor() {
    String sent = "{'type':'object','required':['id'],'properties':{'id':{},'name':{}}}";
    String answered =
        "{'type':'object','description':'A user.','required':['id','name'],"
            + "'properties':{'id':{},'name':{}}}";

    for (List<String> both : List.of(List.of(sent, answered), List.of(answered, sent))) {
      JsonObject user =
          OpenApiDocuments.merge(
                  List.of(
                      document("A", "v1", "/a", "get", "{'a.User':" + both.get(0) + "}"),
                      document("B", "v1", "/b", "get", "{'a.User':" + both.get(1) + "}")))
              .getJsonObject("components")
              .getJsonObject("schemas")
              .getJsonObject("a.User");

      assertThat(user.getJsonArray("required")).isEqualTo(new JsonArray().add("id"));
      assertThat(user.getString("description")).isEqualTo("A user.");
    }
  }

  @Test
  void aMessageOfWhichOneAsksForNothingAsksForNothing() {
    String nothing = "{'type':'object','properties':{'name':{}}}";
    String name = "{'type':'object','required':['name'],'properties':{'name':{}}}";

    JsonObject schemas =
        OpenApiDocuments.merge(
                List.of(
                    document("A", "v1", "/a", "get", "{'U':" + name + "}"),
                    document("B", "v1", "/b", "get", "{'U':" + nothing + "}")))
            .getJsonObject("components")
            .getJsonObject("schemas");

    assertThat(schemas.getJsonObject("U").containsKey("required")).isFalse();
  }

  @Test
  void withoutServicesTheDocumentIsValidAndEmpty() {
    JsonObject merged = OpenApiDocuments.merge(List.of());

    assertThat(merged.getJsonObject("info").getString("title")).isEqualTo("No services");
    assertThat(merged.getJsonObject("paths")).isEmpty();
  }

  static String document(String name, String version, String path, String verb, String schemas) {
    return """
        {'openapi':'3.1.1','info':{'title':'%s','version':'%s'},'tags':[{'name':'%s'}],
         'paths':{'%s':{'%s':{'operationId':'%s_Call'}}},
         'components':{'responses':{},'schemas':%s}}
        """
        .formatted(name, version, name, path, verb, name, schemas)
        .replace('\'', '"');
  }
}
