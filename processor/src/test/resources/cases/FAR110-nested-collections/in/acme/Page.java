package acme;

import dev.farcall.annotation.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Message
record Page(
    // error: [FAR110] Map<String, List<String>> in Page.headers has no protobuf form. Wrap the inner type: record Values(List<String> values) {}
    Map<String, List<String>> headers,
    // error: [FAR110] List<List<Integer>> in Page.rows has no protobuf form. Wrap the inner type: record Values(List<Integer> values) {}
    List<List<Integer>> rows,
    // error: [FAR110] List<Optional<String>> in Page.notes has no protobuf form. An element is never absent: leave it out, or wrap it in a record.
    List<Optional<String>> notes,
    // error: [FAR110] Optional<List<String>> in Page.tags has no protobuf form. Wrap the inner type: record Values(List<String> values) {}
    Optional<List<String>> tags,
    // error: [FAR110] Optional<Optional<String>> in Page.twice has no protobuf form. Use one Optional.
    Optional<Optional<String>> twice,
    // error: [FAR110] int[][] in Page.matrix has no protobuf form. Wrap the inner type: record Values(int[] values) {}
    int[][] matrix) {}
