/**
 * FinFusion in Spring Boot: clients by properties, {@code finfusion.*}, and webhooks by {@link
 * FinFusionWebhook}. The other packages hold auto-configurations, which Spring Boot finds by
 * itself.
 */
@NullMarked
package cloud.finfusion.spring;

import org.jspecify.annotations.NullMarked;
