package rollcall.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::"
            })
    void isInside(String address) throws UnknownHostException {
        assertThat(WebhookAddress.inside(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "100.128.0.1", "172.32.0.1", "2606:2800:220:1::1"})
    void isOutside(String address) throws UnknownHostException {
        assertThat(WebhookAddress.inside(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.org/", "ftp://hooks.example.org/", "https:///x", "https://me:secret@example.org/",
                "https://example.org/#part", "hooks.example.org", "", "https://exa mple.org"
            })
    void isNoneThatMayBeCalled(String typed) {
        assertThat(WebhookAddress.parse(typed, false)).isEmpty();
    }

    @Test
    void isOneThatMayBeCalled() {
        assertThat(WebhookAddress.parse(" https://hooks.example.org:8443/rollcall?x=1 ", false))
                .isPresent();
        assertThat(WebhookAddress.namesInside("hooks.example.org")).isFalse();
        assertThat(WebhookAddress.namesInside("localhost")).isTrue();
        assertThat(WebhookAddress.namesInside("[::1]")).isTrue();
        assertThat(WebhookAddress.namesInside("10.0.0.1")).isTrue();
    }
}
