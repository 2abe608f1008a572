package dev.aide.client;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Writes a body to a file by way of {@code file.part}, and goes on with one that an earlier attempt left there. What
 * {@code file.part.validator} holds makes the server send the rest only if it still has the same content.
 */
final class Download implements BodyHandler<Path> {
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (?:(\\d{1,18})-\\d+|\\*)/(\\d{1,18}|\\*)");

    private final Path file;
    private final Path part;
    private final Path validator;
    private final Consumer<Progress> progress;

    Download(Path file, Consumer<Progress> progress) {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        this.validator = file.resolveSibling(file.getFileName() + ".part.validator");
        this.progress = progress;
    }

    @Override
    public boolean isUnbounded() {
        return true;
    }

    @Override
    public boolean accepts(int status) {
        return BodyHandler.super.accepts(status) || (status == 416 && Files.exists(part));
    }

    @Override
    public Request prepare(Request request) throws IOException {
        // a range of zipped bytes is not a range of the file
        Request.Builder prepared = request.newBuilder().header("Accept-Encoding", "identity");
        return local(() -> {
            if (Files.exists(validator) && Files.exists(part) && Files.size(part) > 0) {
                prepared.header("Range", "bytes=" + Files.size(part) + "-");
                prepared.header("If-Range", Files.readString(validator));
            }
            return prepared.build();
        });
    }

    @Override
    public Path read(Response response, BufferedSource body) throws IOException {
        String encoding = response.header("Content-Encoding", "identity");
        if (!"identity".equalsIgnoreCase(encoding)) {
            throw new CallException(
                    FailureKind.DECODE,
                    "the server sent the file in " + encoding + ", which it was not asked for",
                    null);
        }
        switch (response.code()) {
            case 206 -> append(response, body);
            case 416 -> requireWhole(response);
            default -> restart(response, body);
        }
        return local(() -> {
            Files.deleteIfExists(validator);
            return Files.move(part, file, REPLACE_EXISTING);
        });
    }

    private void restart(Response response, BufferedSource body) throws IOException {
        Optional<String> remembered = validatorOf(response);
        OutputStream out = local(() -> {
            Files.deleteIfExists(validator);
            OutputStream truncated = Files.newOutputStream(part, CREATE, WRITE, TRUNCATE_EXISTING);
            if (remembered.isPresent()) {
                Files.writeString(validator, remembered.get());
            }
            return truncated;
        });
        copy(body, out, 0, response.body().contentLength());
    }

    private static Optional<String> validatorOf(Response response) {
        String etag = response.header("ETag", "");
        // a weak tag does not promise equal bytes
        boolean isStrong = !etag.isEmpty() && !etag.startsWith("W/");
        return Optional.ofNullable(isStrong ? etag : response.header("Last-Modified"));
    }

    private void append(Response response, BufferedSource body) throws IOException {
        long have = local(() -> Files.exists(part) ? Files.size(part) : 0L);
        Matcher range = CONTENT_RANGE.matcher(response.header("Content-Range", ""));
        if (!range.matches() || range.group(1) == null || Long.parseLong(range.group(1)) != have) {
            throw startOver("the server sent another part of the file than the one asked for");
        }
        // a server may know ranges and not If-Range, as Jetty does: parts of two versions must not be combined
        Optional<String> sent = validatorOf(response);
        if (sent.isPresent() && !sent.get().equals(local(() -> Files.readString(validator)))) {
            throw startOver("the server sent the rest of another version of the file");
        }
        OutputStream out = local(() -> Files.newOutputStream(part, CREATE, APPEND));
        copy(body, out, have, response.body().contentLength());
    }

    // "nothing after what you have" means that it is whole, if that is how long the file is
    private void requireWhole(Response response) throws IOException {
        long have = local(() -> Files.exists(part) ? Files.size(part) : -1L);
        Matcher range = CONTENT_RANGE.matcher(response.header("Content-Range", ""));
        if (!range.matches() || !range.group(2).equals(String.valueOf(have))) {
            throw startOver("the server no longer has the file of which a part was here");
        }
    }

    private CallException startOver(String why) throws IOException {
        local(() -> {
            Files.deleteIfExists(validator);
            return Files.deleteIfExists(part);
        });
        return new CallException(FailureKind.NETWORK, why + "; the part was removed", null);
    }

    private void copy(BufferedSource body, OutputStream out, long have, long length) throws IOException {
        OptionalLong total = length < 0 ? OptionalLong.empty() : OptionalLong.of(have + length);
        byte[] piece = new byte[64 * 1024];
        long bytes = have;
        try (OutputStream open = out) {
            for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
                int size = read;
                local(() -> {
                    open.write(piece, 0, size);
                    return null;
                });
                bytes += read;
                progress.accept(new Progress(bytes, total));
            }
        }
    }

    private <V> V local(FileWork<V> work) throws CallException {
        try {
            return work.run();
        } catch (IOException e) {
            throw new CallException(FailureKind.FILE, "can't write " + file + ": " + e, e);
        }
    }

    private interface FileWork<V> {
        V run() throws IOException;
    }
}
