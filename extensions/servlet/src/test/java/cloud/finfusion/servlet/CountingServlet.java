package cloud.finfusion.servlet;

import jakarta.servlet.ReadListener;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** Counts how much of the bodies a servlet reads. */
final class CountingServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Servlet counted;
  private final AtomicLong bytes;

  CountingServlet(Servlet counted, AtomicLong bytes) {
    this.counted = counted;
    this.bytes = bytes;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    ServletInputStream body = request.getInputStream();
    counted.service(
        new HttpServletRequestWrapper(request) {
          @Override
          public ServletInputStream getInputStream() {
            return new Counting(body);
          }
        },
        response);
  }

  private final class Counting extends ServletInputStream {
    private final ServletInputStream body;

    Counting(ServletInputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      bytes.incrementAndGet();
      return body.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = body.read(into, offset, length);
      bytes.addAndGet(Math.max(read, 0));
      return read;
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
