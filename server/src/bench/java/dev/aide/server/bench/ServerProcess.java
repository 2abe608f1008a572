package dev.aide.server.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A contender's process, on the first processor. Its main class is given the contender's name and a port of 127.0.0.1, and
 * prints {@code ready}.
 */
public record ServerProcess(Process process, int port) implements AutoCloseable {

    /**
     * Says what is missing on this machine.
     *
     * @throws IllegalStateException if the command is not there
     */
    public static void needed(String command, String version, String debianPackage) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command, version).redirectErrorStream(true).start();
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
            process.waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("this needs " + command + ": apt-get install " + debianPackage, e);
        }
    }

    /** Starts one, and waits until it is ready. */
    public static ServerProcess start(String heap, Class<?> main, String contender) throws IOException {
        int port = freePort();
        Process process = new ProcessBuilder(
                        "taskset",
                        "-c",
                        "0",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms" + heap,
                        "-Xmx" + heap,
                        "-Djava.util.logging.config.file=" + System.getProperty("java.util.logging.config.file"),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        contender,
                        String.valueOf(port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); !"ready".equals(line); line = out.readLine()) {
            if (line == null) {
                throw new IllegalStateException(contender + " did not start");
            }
        }
        return new ServerProcess(process, port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Gives it a line to read. */
    public void tell(String line) {
        PrintStream in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        in.println(line);
    }

    /** The processor's time that it has used. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** The memory that it holds, in MiB. */
    public long residentMebibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
