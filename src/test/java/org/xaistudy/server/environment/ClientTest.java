package org.xaistudy.server.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.8, false",
    "192.0.2.7, 192.0.2.7, true",
    "2001:db8:0:1:2:3:4:5, 2001:db8:0:1:a:b:c:d, true",
    "2001:db8:0:1:2:3:4:5, 2001:db8:0:2:2:3:4:5, false",
    "0:0:0:0:0:0:0:1, 2001:db8:0:1:2:3:4:5, false"
  })
  void ofOneNetworkIsOne(String one, String other, boolean same) {
    assertThat(Client.of(one).equals(Client.of(other))).isEqualTo(same);
  }
}
