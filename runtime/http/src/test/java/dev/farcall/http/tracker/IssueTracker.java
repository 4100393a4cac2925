package dev.farcall.http.tracker;

import dev.farcall.annotation.Body;
import dev.farcall.annotation.Delete;
import dev.farcall.annotation.Get;
import dev.farcall.annotation.Header;
import dev.farcall.annotation.Http;
import dev.farcall.annotation.Post;
import dev.farcall.annotation.Query;
import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Timeout;
import java.util.List;
import java.util.Optional;

/** Some of the tracker's REST API. */
@Remote
@Http("/api/v3/repos/{owner}/{repo}/issues")
@Timeout("5s")
public interface IssueTracker {

  /** The issues of a repository; those that are open unless told otherwise. */
  @Get
  List<Issue> issues(
      String owner,
      String repo,
      Optional<String> state,
      @Query("per_page") int perPage,
      @Header("x-api-key") String key);

  /** One issue. */
  @Get("/{number}")
  Optional<Issue> issue(String owner, String repo, int number);

  /** Opens an issue. */
  @Post
  Issue open(String owner, String repo, @Body NewIssue issue);

  /** Unlocks an issue. */
  @Delete("/{number}/lock")
  void unlock(String owner, String repo, int number);
}
