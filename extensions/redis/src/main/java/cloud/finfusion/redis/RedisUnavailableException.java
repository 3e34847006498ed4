package cloud.finfusion.redis;

/**
 * Thrown when something needs Redis and Redis fails. The message is one line and holds neither an
 * address nor a password. Later, the same may be tried again.
 */
public final class RedisUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RedisUnavailableException(String sentence) {
    super(sentence);
  }
}
