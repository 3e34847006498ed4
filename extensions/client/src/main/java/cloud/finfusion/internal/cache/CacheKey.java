package cloud.finfusion.internal.cache;

import cloud.finfusion.spi.ReadKey;

/**
 * The key of a cached response. Keys are equal if they are of the same read by the same owner of a
 * credential. People and patterns refer to the name, which plays no part in equality.
 */
public final class CacheKey {
  private final ReadKey read;
  private final String owner;
  private final String family;
  private final String name;
  private final int hash;

  private CacheKey(ReadKey read, String owner, String family, String name) {
    this.read = read;
    this.owner = owner;
    this.family = family;
    this.name = name;
    this.hash = 31 * read.hashCode() + owner.hashCode();
  }

  /**
   * Makes the key under which a response is stored.
   *
   * @param read the operation and its arguments
   * @param owner a fingerprint of the credential's owner, never a token
   * @param family the resource, as {@code customer}
   * @param name {@code family.id}, or {@code family.list.<hash>}
   */
  public static CacheKey of(ReadKey read, String owner, String family, String name) {
    return new CacheKey(read, owner, family, name);
  }

  /** Makes a key without a name, to look up a response. */
  public static CacheKey lookup(ReadKey read, String owner) {
    return new CacheKey(read, owner, "", "");
  }

  /** Returns whether the response belongs to the owner with this fingerprint. */
  public boolean isOwnedBy(String fingerprint) {
    return owner.equals(fingerprint);
  }

  /** Returns the resource, as {@code customer}. */
  public String family() {
    return family;
  }

  /** Returns {@code family.id}, or {@code family.list.<hash>}. */
  public String name() {
    return name;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CacheKey key
        && hash == key.hash
        && owner.equals(key.owner)
        && read.equals(key.read);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return name;
  }
}
