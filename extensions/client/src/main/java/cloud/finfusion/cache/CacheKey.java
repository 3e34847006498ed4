package cloud.finfusion.cache;

/**
 * What a kept answer is found by. Equal only for the same request with the same credential; the
 * name is what people and patterns know it by.
 *
 * @param identity a hash of the credential and of all that the request says, so that no two
 *     credentials and no two requests ever meet
 * @param family the resource, as {@code customer}
 * @param name {@code family.id}, or {@code family.list.<hash>}
 */
public record CacheKey(String identity, String family, String name) {}
