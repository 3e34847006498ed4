package cloud.finfusion.spring;

import cloud.finfusion.FinFusion;

/**
 * Sets what properties cannot, before a client is built. A bean of this type is called for each
 * client that is made of properties; several are called in the order of {@code @Order}, after the
 * properties and after Micrometer and OpenTelemetry were set up, so they have the last word.
 *
 * <pre>{@code
 * @Bean
 * FinFusionCustomizer keysOfTheVault(Vault vault) {
 *   return (client, builder) -> builder.credential(vault.credentialOf(client));
 * }
 * }</pre>
 */
@FunctionalInterface
public interface FinFusionCustomizer {
  /** The name of the client that {@code finfusion.api-key} and the like describe. */
  String DEFAULT_CLIENT = "default";

  /**
   * Changes the builder of one client.
   *
   * @param client {@link #DEFAULT_CLIENT}, or NAME for a client of {@code finfusion.clients.NAME}
   */
  void customize(String client, FinFusion.Builder builder);
}
