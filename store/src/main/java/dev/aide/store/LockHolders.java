package dev.aide.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds the processes that hold SQLite's write lock on a file, from Linux's list of file locks; elsewhere it says that
 * this cannot be told. Immutable.
 */
final class LockHolders {
    // in WAL mode the write lock is byte 120 of the -shm file (https://sqlite.org/walformat.html#wal_locks)
    private static final long WAL_WRITE_LOCK = 120;
    private static final Path LOCKS = Path.of("/proc/locks");

    private final Path file;

    LockHolders(Path file) {
        this.file = file;
    }

    String describe() {
        try {
            String inode = ":" + Files.getAttribute(Path.of(file + "-shm"), "unix:ino");
            List<String> holders = Files.readAllLines(LOCKS).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(lock -> lock.length == 8 && lock[3].equals("WRITE") && lock[5].endsWith(inode))
                    .filter(lock -> covers(lock[6], lock[7]))
                    .map(lock -> process(Long.parseLong(lock[4])))
                    .toList();
            return holders.isEmpty()
                    ? "another process that has let go of it meanwhile"
                    : holders.stream().collect(Collectors.joining(" and "));
        } catch (IOException | UnsupportedOperationException e) {
            return "another process (this system does not tell which; on Linux /proc/locks would)";
        }
    }

    private static boolean covers(String first, String last) {
        return Long.parseLong(first) <= WAL_WRITE_LOCK
                && (last.equals("EOF") || Long.parseLong(last) >= WAL_WRITE_LOCK);
    }

    private static String process(long pid) {
        String command = ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .orElse("unknown command");
        return "process " + pid + " (" + command + ")";
    }
}
