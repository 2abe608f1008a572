package dev.aide.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Runs Node with the client of the npm registry, which it installs below {@code target} the first time. */
final class NodeClient {
    private static final String VERSION = "4.8.4";
    private static final Path FOLDER = Path.of("target", "node").toAbsolutePath();
    private static final Path INSTALLED = FOLDER.resolve("node_modules/socket.io-client/package.json");

    private NodeClient() {}

    /** Skips the test, and says so, where there is no Node or the client can't be installed. */
    static void require() throws Exception {
        skipUnless(run(Path.of("."), "node", "--version"), "there is no node");
        if (!Files.exists(INSTALLED)) {
            Files.createDirectories(FOLDER);
            Ended install = run(
                    FOLDER,
                    "npm",
                    "install",
                    "--prefix",
                    FOLDER.toString(),
                    "--no-package-lock",
                    "--no-save",
                    "--no-audit",
                    "--no-fund",
                    "socket.io-client@" + VERSION);
            skipUnless(install, "npm can't install socket.io-client " + VERSION);
        }
    }

    private static void skipUnless(Ended command, String reason) {
        if (command.status() != 0) {
            System.err.println("SKIPPED: the tests with socket.io-client, since " + reason + ": " + command.output());
            Assumptions.abort(reason);
        }
    }

    /** Runs a script; what it wrote, line by line. */
    static List<String> script(String name, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("node", Path.of("src/test/node", name).toString()));
        command.addAll(List.of(arguments));
        return run(Path.of("."), command.toArray(String[]::new))
                .output()
                .lines()
                .toList();
    }

    private static Ended run(Path folder, String... command) throws Exception {
        Path output = Files.createTempFile("node-", ".log");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("NODE_PATH", FOLDER.resolve("node_modules").toString());
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        try {
            Process process = builder.start();
            if (!process.waitFor(15, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                process.waitFor();
            }
            return new Ended(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new Ended(-1, e.getMessage());
        } finally {
            Files.delete(output);
        }
    }

    private record Ended(int status, String output) {}
}
