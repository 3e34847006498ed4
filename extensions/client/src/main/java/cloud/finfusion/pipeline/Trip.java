package cloud.finfusion.pipeline;

import java.io.IOException;
import okhttp3.Request;
import retrofit2.Response;

/** What came of a trip, for all who share it. Immutable, and holds nothing of the call it was. */
interface Trip {
  /** Gives the trip's end to a call that did not make it. */
  <T> Response<T> end(Journey journey, Request request) throws IOException;
}
