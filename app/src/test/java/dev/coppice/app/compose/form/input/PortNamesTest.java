package dev.coppice.app.compose.form.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PortNamesTest {

    @Test
    void portsRangesAndForwardsHaveNames() {
        assertThat(PortNames.of("22")).contains("ssh");
        assertThat(PortNames.of("8080:80")).contains("http");
        assertThat(PortNames.of("8080:192.168.1.2:443")).contains("https");
        assertThat(PortNames.of("127.0.0.1:5432:5432/tcp")).contains("postgresql");
        assertThat(PortNames.of("60000-61000")).contains("1001 ports");
        assertThat(PortNames.of("4711")).isEmpty();
        assertThat(PortNames.of("ssh")).isEmpty();
        assertThat(PortNames.of("9-1")).isEmpty();
    }
}
