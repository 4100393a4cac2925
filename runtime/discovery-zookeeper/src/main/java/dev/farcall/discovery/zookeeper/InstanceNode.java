package dev.farcall.discovery.zookeeper;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.farcall.call.Endpoint;
import dev.farcall.registry.Instance;
import dev.farcall.registry.Instance.Status;
import java.io.IOException;
import org.apache.curator.x.discovery.ServiceInstance;
import org.apache.curator.x.discovery.ServiceType;
import org.jspecify.annotations.Nullable;

/**
 * The data of a node: a {@link ServiceInstance} as Curator writes it, so that programs with
 * Curator's service discovery and ours find each other.
 *
 * <p>Its own serializer makes objects of whatever classes the data of a payload name. That needs
 * those classes here, and lets whoever may write to the registry choose code that runs; so payloads
 * are read as maps, and are written without a class: Curator reads them as maps too.
 */
final class InstanceNode {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addMixIn(ServiceInstance.class, WithoutClass.class)
          .build();

  private InstanceNode() {}

  /** Laid over the annotations of {@link ServiceInstance}. */
  interface WithoutClass {
    @JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
    @JsonInclude
    @Nullable Object getPayload();
  }

  /**
   * Writes one.
   *
   * @param service its name, without the base
   */
  static byte[] write(String service, Instance instance) {
    Endpoint endpoint = instance.endpoint();
    InstancePayload payload = InstancePayload.of(instance);
    ServiceInstance<@Nullable InstancePayload> written =
        new ServiceInstance<>(
            service,
            endpoint.id(),
            endpoint.host(),
            endpoint.port(),
            null,
            payload.isUsual(endpoint.host()) ? null : payload,
            System.currentTimeMillis(),
            ServiceType.DYNAMIC,
            null,
            instance.isCallable());
    try {
      return MAPPER.writeValueAsBytes(written);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it is none, saying why
   */
  static Instance read(byte[] data) {
    ServiceInstance<?> read;
    try {
      read = MAPPER.readValue(data, ServiceInstance.class);
    } catch (IOException malformed) {
      throw new IllegalArgumentException("no instance: " + malformed.getMessage(), malformed);
    }
    Integer port = read.getPort() != null ? read.getPort() : read.getSslPort();
    if (read.getAddress() == null || port == null) {
      throw new IllegalArgumentException("no instance: no address or no port in " + read);
    }
    InstancePayload payload = InstancePayload.read(read.getPayload(), read.getAddress());
    Endpoint address = Endpoint.of(read.getAddress(), port);
    Instance instance =
        new Instance(
            new Endpoint(
                read.getId() == null || read.getId().isBlank() ? address.id() : read.getId(),
                address.host(),
                address.port(),
                payload.serverName(),
                payload.weight(),
                payload.zone(),
                payload.metadata()),
            payload.status(),
            payload.health());
    return !read.isEnabled() && instance.isCallable()
        ? instance.withStatus(Status.DRAINING)
        : instance;
  }
}
