package dev.farcall.benchmarks.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.benchmarks.compile.Contract.Parameters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractSourcesTest {

  @TempDir private Path directory;

  @Test
  void methodsOfRecordsNeedNoMoreMessages() throws IOException {
    String schema = schema(new Contract(2, 4, 3, Parameters.RECORDS), false);
    assertThat(schema.lines().filter(line -> line.contains("rpc "))).hasSize(8);
    assertThat(schema.lines().filter(line -> line.startsWith("message "))).hasSize(3);
  }

  @Test
  void methodsOfValuesDo() throws IOException {
    String schema = schema(new Contract(2, 4, 3, Parameters.MIXED), true);
    assertThat(schema.lines().filter(line -> line.contains("rpc "))).hasSize(9);
    assertThat(schema).contains("string added = 10", "message Service0Method1Request {");
  }

  @Test
  void tenInterfacesShareAPackage() {
    Contract contract = new Contract(25, 20, 50, Parameters.RECORDS);
    assertThat(contract.packages()).isEqualTo(3);
    assertThat(contract.interfacesOf(2)).isEqualTo(5);
    assertThat(contract.recordsOfEach()).isEqualTo(17);
    assertThat(contract.part(1)).isEqualTo(new Contract(1, 20, 17, Parameters.RECORDS));
  }

  @Test
  void anEmptyContractIsRefused() {
    assertThatThrownBy(() -> new Contract(0, 20, 50, Parameters.RECORDS))
        .hasMessage("0 interfaces, 20 methods, 50 records (expected: 1 or more of each)");
  }

  private String schema(Contract contract, boolean changed) throws IOException {
    Path sources = directory.resolve("java");
    Path classes = Files.createDirectories(directory.resolve("classes"));
    new ContractSources(contract, changed).write(sources);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-processorpath",
                Workspace.PROCESSOR,
                "-classpath",
                Workspace.OURS,
                "-d",
                classes.toString()));
    Tree.files(sources, ".java").forEach(file -> arguments.add(file.toString()));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, said, said, arguments.toArray(String[]::new));
    assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
    return Files.readString(classes.resolve("load/p000/v1/p000.proto"));
  }
}
