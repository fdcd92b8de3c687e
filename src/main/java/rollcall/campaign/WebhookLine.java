package rollcall.campaign;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Posts a body and reads which status is answered. The addresses that a host has are asked for once, and only one of
 * those that were looked at is connected to: a name that means another machine a moment later, one inside, leads nowhere.
 * That is why this speaks HTTP by itself: the JDK's client asks for the addresses anew, and cannot be told which to use.
 * With TLS the certificate still has to be the host's. No proxy is used, since a proxy would ask anew as well.
 */
final class WebhookLine {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int LONGEST_HEAD = 16_384;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)(?: .*)?");

    private final Names names;
    private final SSLSocketFactory tls;
    private final boolean allowPrivate;
    private final Duration patience;

    /** @param patience how long it may take from the connection to the answer */
    WebhookLine(Names names, SSLSocketFactory tls, boolean allowPrivate, Duration patience) {
        this.names = names;
        this.tls = tls;
        this.allowPrivate = allowPrivate;
        this.patience = patience;
    }

    /** Says which addresses a host has. */
    @FunctionalInterface
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** Thrown before anything is sent: the host has an address inside. */
    static class Inside extends IOException {

        private static final long serialVersionUID = 1;
    }

    /**
     * @return the status that was answered; redirects are not followed
     * @throws Inside when an address of the host is one inside
     * @throws UnknownHostException when it has none
     * @throws IOException when nothing was answered in time
     */
    int post(URI typed, Map<String, String> headers, String body) throws IOException {
        var address = URI.create(typed.toASCIIString());
        try (var plain = connected(address)) {
            var late = CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS);
            var end = CompletableFuture.runAsync(() -> hangUp(plain), late);
            try {
                var socket = "https".equals(address.getScheme()) ? secured(plain, address) : plain;
                socket.getOutputStream().write(request(address, headers, body));
                socket.getOutputStream().flush();
                return status(socket.getInputStream());
            } finally {
                end.cancel(false);
            }
        }
    }

    private Socket connected(URI address) throws IOException {
        var host = bare(address);
        var found = names.of(host);
        for (var one : found) {
            if (!allowPrivate && WebhookAddress.inside(one)) {
                throw new Inside();
            }
        }
        IOException trouble = new UnknownHostException(host);
        for (var one : found) {
            var socket = new Socket(Proxy.NO_PROXY);
            try {
                socket.connect(new InetSocketAddress(one, port(address)), (int) CONNECT.toMillis());
                return socket;
            } catch (IOException away) {
                socket.close();
                trouble = away;
            }
        }
        throw trouble;
    }

    private Socket secured(Socket plain, URI address) throws IOException {
        var socket = (SSLSocket) tls.createSocket(plain, bare(address), port(address), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // It is closed, which is all that was wanted.
        }
    }

    private static String bare(URI address) {
        return address.getHost().replaceAll("^\\[|]$", "");
    }

    private static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : "https".equals(address.getScheme()) ? 443 : 80;
    }

    private static byte[] request(URI address, Map<String, String> headers, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        var head = new StringBuilder("POST " + path + query + " HTTP/1.1\r\nHost: " + address.getHost());
        head.append(address.getPort() >= 0 ? ":" + address.getPort() : "").append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("User-Agent: Rollcall\r\nAccept: */*\r\nConnection: close\r\nContent-Length: ")
                .append(bytes.length)
                .append("\r\n\r\n");
        var request = new ByteArrayOutputStream();
        request.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(bytes);
        return request.toByteArray();
    }

    /** What comes before the answer itself (a status below 200) is passed over. */
    private static int status(InputStream in) throws IOException {
        var left = LONGEST_HEAD;
        while (true) {
            var line = line(in, left);
            left -= line.length();
            var matcher = STATUS.matcher(line);
            if (!matcher.matches()) {
                throw new IOException("No HTTP");
            }
            var status = Integer.parseInt(matcher.group(1));
            if (status >= 200) {
                return status;
            }
            do {
                line = line(in, left);
                left -= line.length() + 1;
            } while (!line.isEmpty());
        }
    }

    private static String line(InputStream in, int most) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() >= most) {
                throw new IOException("No HTTP");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }
}
