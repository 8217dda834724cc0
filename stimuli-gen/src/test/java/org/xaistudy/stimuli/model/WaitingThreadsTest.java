package org.xaistudy.stimuli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.jna.Platform;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaitingThreadsTest {
  @Test
  void sleepWhileTheyWait() throws Exception {
    assertThat(settings(Map.of())).contains("OMP_WAIT_POLICY = 'PASSIVE'");
  }

  @Test
  void waitAsTheEnvironmentSays() throws Exception {
    assertThat(settings(Map.of("OMP_WAIT_POLICY", "ACTIVE")))
        .contains("OMP_WAIT_POLICY = 'ACTIVE'");
  }

  /** What OpenMP says of itself when it is loaded. */
  private static String settings(Map<String, String> environment) throws Exception {
    assumeThat(Platform.isLinux()).isTrue();
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("OMP_DISPLAY_ENV", "TRUE");
    return ChildProcess.of(LoadingTheEngine.class, variables).error();
  }

  static final class LoadingTheEngine {
    private LoadingTheEngine() {}

    public static void main(String[] arguments) {
      NativeTensors.manager().close();
    }
  }
}
