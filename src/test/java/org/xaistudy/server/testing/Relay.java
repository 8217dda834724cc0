package org.xaistudy.server.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A network between a program and a port of this machine that can be as bad as networks are. */
public final class Relay implements AutoCloseable {
  private static final int BUFFER = 16384;
  private final Set<Line> lines = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ServerSocket door;
  private final int target;
  private boolean flows = true;

  /** Leads to a port of this machine, whether somebody listens there or not. */
  public Relay(int target) throws IOException {
    this.target = target;
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::letIn);
  }

  /** Where to connect instead. */
  public int port() {
    return door.getLocalPort();
  }

  /** Ends all connections; both sides notice. */
  public void cut() {
    lines.forEach(Line::close);
  }

  /** Lets nothing through for a while, and then everything. */
  public void stall(Duration duration) throws InterruptedException {
    flow(false);
    Thread.sleep(duration.toMillis());
    flow(true);
  }

  /** As a firewall that forgets: who has connected hears nothing ever again, not even the end. */
  public void lose() {
    lines.forEach(Line::lose);
  }

  private synchronized void flow(boolean wanted) {
    flows = wanted;
    notifyAll();
  }

  private synchronized void awaitFlow() throws InterruptedException {
    while (!flows) {
      wait();
    }
  }

  private void letIn() {
    while (!door.isClosed()) {
      try {
        connect(door.accept());
      } catch (IOException e) {
        // Closed, or one that went before it was let in.
      }
    }
  }

  private void connect(Socket near) throws IOException {
    try {
      Line line = new Line(near, new Socket(InetAddress.getLoopbackAddress(), target));
      lines.add(line);
      threads.execute(() -> line.carry(line.near, line.far));
      threads.execute(() -> line.carry(line.far, line.near));
    } catch (IOException e) {
      near.close(); // nobody listens there
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    flow(true);
    cut();
    threads.shutdownNow();
  }

  private final class Line {
    private final Socket near;
    private final Socket far;
    private volatile boolean lost;

    Line(Socket near, Socket far) throws IOException {
      this.near = near;
      this.far = far;
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
    }

    void carry(Socket from, Socket to) {
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] some = new byte[BUFFER];
        for (int read = in.read(some); read >= 0; read = in.read(some)) {
          awaitFlow();
          out.write(some, 0, read);
        }
      } catch (IOException e) {
        // One side is gone; the other one is told below.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (!lost) {
        close();
      }
    }

    void lose() {
      lost = true;
      close(far);
    }

    void close() {
      lines.remove(this);
      close(near);
      close(far);
    }

    private static void close(Closeable socket) {
      try {
        socket.close();
      } catch (IOException e) {
        // It is of no use any more.
      }
    }
  }
}
