package rollcall.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A mail server in a process of its own that takes every letter and throws it away. Prints its port. */
public final class Sink {

    private Sink() {}

    public static void main(String[] args) throws IOException {
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            System.out.println(server.getLocalPort());
            while (true) {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        }
    }

    private static void serve(Socket socket) {
        try (socket;
                var in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1), 64 * 1024)) {
            socket.setTcpNoDelay(true);
            var out = socket.getOutputStream();
            say(out, "220 sink");
            for (var line = in.readLine(); line != null && answer(line, in, out); line = in.readLine()) {}
        } catch (IOException gone) {
            // Whoever was here has left.
        }
    }

    private static boolean answer(String line, BufferedReader in, OutputStream out) throws IOException {
        switch (line.toUpperCase(Locale.ROOT).replaceAll("[ :].*$", "")) {
            case "DATA" -> {
                say(out, "354 go on");
                for (var text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {}
                say(out, "250 taken");
            }
            case "QUIT" -> {
                say(out, "221 good bye");
                return false;
            }
            default -> say(out, "250 fine");
        }
        return true;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
