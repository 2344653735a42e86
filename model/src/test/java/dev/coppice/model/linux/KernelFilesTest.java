package dev.coppice.model.linux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelFilesTest {

    /** sysctl.d(5): a dot in the name of an interface is written as a slash. */
    @ParameterizedTest
    @CsvSource({
        "net.ipv4.conf.eth0.100.rp_filter, net.ipv4.conf.eth0/100.rp_filter",
        "net.ipv6.neigh.br.lan.1.retrans_time_ms, net.ipv6.neigh.br/lan/1.retrans_time_ms",
        "net.ipv4.conf.eth0/100.rp_filter, net.ipv4.conf.eth0/100.rp_filter",
        "net.ipv4.conf.all.rp_filter, net.ipv4.conf.all.rp_filter",
        "net.ipv4.ip_forward, net.ipv4.ip_forward",
        "net/ipv4/conf/eth0.100/rp_filter, net/ipv4/conf/eth0.100/rp_filter"
    })
    void writesDotsOfInterfacesAsSlashes(String name, String key) {
        assertThat(KernelFiles.key(name)).isEqualTo(key);
    }
}
