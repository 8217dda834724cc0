package org.xaistudy.stimuli.commandline;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How a benchmark measures time, in nanoseconds from some beginning. */
enum BenchClock {
  /** The time that passes. */
  wall {
    @Override
    long nanos() {
      return System.nanoTime();
    }
  },

  /** The time that processors spent on this process, whatever else they do. */
  processor {
    @Override
    long nanos() {
      if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
        return system.getProcessCpuTime();
      }
      throw new IllegalArgumentException("this Java does not tell processor time");
    }
  };

  abstract long nanos();

  /** The seconds since {@code begin}. */
  double since(long begin) {
    return (nanos() - begin) / 1e9;
  }
}
