package dev.farcall.http;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/** The tests of gRPC, run over the HTTP engine; see {@link HttpTestListeners}. */
@Suite
@SelectClasses(
    names = {
      "dev.farcall.grpc.BadInputTest",
      "dev.farcall.grpc.DrainTest",
      "dev.farcall.grpc.ErrorDetailsTest",
      "dev.farcall.grpc.GiveUpTest",
      "dev.farcall.grpc.GzipTest",
      "dev.farcall.grpc.InterceptTest",
      "dev.farcall.grpc.ManyStreamsTest",
      "dev.farcall.grpc.OracleTest",
      "dev.farcall.grpc.OriginTest",
      "dev.farcall.grpc.ProtocPeerTest",
      "dev.farcall.grpc.StreamTest",
      "dev.farcall.grpc.TlsTest",
      "dev.farcall.grpc.UnaryCallTest",
      "dev.farcall.grpc.library.LibraryTest",
      "dev.farcall.grpc.streams.GrpcStreamsTest"
    })
final class GrpcSuiteTest {}
