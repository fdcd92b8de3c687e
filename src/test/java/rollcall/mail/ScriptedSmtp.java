package rollcall.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * A mail server that answers as a test says. An answer of {@code hang up} closes the connection, {@code silence} says
 * nothing until the other side does.
 */
final class ScriptedSmtp implements AutoCloseable {

    static final String HANG_UP = "hang up";
    static final String SILENCE = "silence";

    /** What it took, whole. */
    final List<String> taken = new CopyOnWriteArrayList<>();

    /** Every command, each connection's beginning as {@code CONNECT}. */
    final List<String> commands = new CopyOnWriteArrayList<>();

    private final ServerSocket socket;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** The answer to a command; a dot stands for the end of a letter. Null for the usual one. */
    volatile UnaryOperator<String> script = command -> null;

    ScriptedSmtp() {
        this(0);
    }

    ScriptedSmtp(int port) {
        try {
            socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread.ofPlatform().daemon().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                var client = socket.accept();
                open.add(client);
                Thread.ofPlatform().daemon().start(() -> talk(client));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void talk(Socket client) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            var out = client.getOutputStream();
            if (!answer(out, "CONNECT", "220 test")) {
                return;
            }
            String line;
            while ((line = in.readLine()) != null) {
                var usual = line.startsWith("DATA") ? "354 go ahead" : line.startsWith("QUIT") ? "221 bye" : "250 ok";
                if (!answer(out, line, usual) || line.startsWith("QUIT")) {
                    return;
                }
                if (line.startsWith("DATA") && !letter(in, out)) {
                    return;
                }
            }
        } catch (SocketException gone) {
            // hung up
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private boolean letter(BufferedReader in, OutputStream out) throws IOException {
        var answer = script.apply("DATA");
        if (answer != null && !answer.startsWith("354")) {
            return true;
        }
        var letter = new StringBuilder();
        String line;
        while ((line = in.readLine()) != null && !line.equals(".")) {
            letter.append(line).append('\n');
        }
        if (line == null) {
            return false;
        }
        var end = script.apply(".");
        if (end == null || end.startsWith("250") || end.equals("take and hang up")) {
            taken.add(letter.toString());
        }
        return answer(out, ".", "250 ok");
    }

    private boolean answer(OutputStream out, String command, String usual) throws IOException {
        commands.add(command);
        var scripted = script.apply(command);
        var answer = scripted == null ? usual : scripted;
        if (answer.equals(HANG_UP) || answer.equals("take and hang up")) {
            return false;
        }
        if (!answer.equals(SILENCE)) {
            out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
        return true;
    }

    /** The recipients of what it took, in that order. */
    List<String> recipients() {
        return taken.stream()
                .map(letter -> letter.lines()
                        .filter(line -> line.startsWith("To:"))
                        .findFirst()
                        .orElse("")
                        .replaceAll(".*<(.*)>.*|To: ?(.*)", "$1$2"))
                .toList();
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (var client : open) {
                client.close();
            }
        } catch (IOException closed) {
            // it is
        }
    }
}
