package dev.farcall.processor.model;

/**
 * An interface that is the twin of a service: it has a client and a dispatcher of its own, and all
 * else of the service.
 *
 * @param twin the interface; what its methods send and answer is that of the service's
 * @param service the one whose twin it is
 * @param schema of the service; of another module's, what the service needs
 */
public record TwinModel(ServiceModel twin, ServiceModel service, SchemaModel schema) {}
