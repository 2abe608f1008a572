package dev.aide.server.jetty;

import dev.aide.server.http.Body;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Upload;
import dev.aide.server.serve.BodySource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads one request's body within limits, and deletes its files when the request is answered. For one request. */
final class BodyReader implements BodySource, AutoCloseable {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";
    private static final int MOST_PARTS = 100;
    private static final int MOST_PART_HEADER_BYTES = 4096;

    private final Request request;
    private final ServerOptions options;
    private final List<Path> files = new ArrayList<>();

    BodyReader(Request request, ServerOptions options) {
        this.request = request;
        this.options = options;
    }

    @Override
    public Body read() {
        String contentType = request.getHeaders().get("Content-Type");
        String mediaType = mediaType(contentType);
        boolean isMultipart = mediaType.equals(MULTIPART);
        long most = isMultipart ? options.mostUploadBytes() : options.mostBodyBytes();
        if (request.getLength() > most) {
            throw PacedInput.tooLarge(most);
        }
        try (InputStream in = new PacedInput(Content.Source.asInputStream(request), most, System::nanoTime)) {
            if (isMultipart) {
                return multipart(contentType, in);
            }
            // what says how long it is needs no larger buffer, nor a read beyond its end
            byte[] bytes = request.getLength() < 0 ? in.readAllBytes() : in.readNBytes((int) request.getLength());
            return mediaType.equals(FORM)
                    ? Body.form(mediaType, FormText.parse(new String(bytes, StandardCharsets.UTF_8), "form"), Map.of())
                    : Body.of(mediaType, bytes);
        } catch (IOException e) {
            throw HttpError.badRequest("the body ended before its end");
        }
    }

    private static String mediaType(String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private Body multipart(String contentType, InputStream in) throws IOException {
        Path folder = Files.createTempDirectory("portal-upload-");
        files.add(folder);
        MultiPartConfig config = new MultiPartConfig.Builder()
                .location(folder)
                .maxParts(MOST_PARTS)
                .maxSize(options.mostUploadBytes())
                .maxPartSize(options.mostUploadBytes())
                .maxMemoryPartSize(options.mostBodyBytes())
                .maxHeadersSize(MOST_PART_HEADER_BYTES)
                .useFilesForPartsWithoutFileName(false)
                .build();
        try (MultiPartFormData.Parts parts =
                MultiPartFormData.getParts(Content.Source.from(in), request, contentType, config)) {
            Map<String, List<String>> fields = new LinkedHashMap<>();
            Map<String, List<Upload>> uploads = new LinkedHashMap<>();
            for (MultiPart.Part part : parts) {
                String name = part.getName() == null ? "" : part.getName();
                if (part.getFileName() == null) {
                    fields.computeIfAbsent(name, unused -> new ArrayList<>())
                            .add(part.getContentAsString(StandardCharsets.UTF_8));
                } else {
                    uploads.computeIfAbsent(name, unused -> new ArrayList<>()).add(upload(part, folder));
                }
            }
            return Body.form(MULTIPART, fields, uploads);
        } catch (RuntimeException e) {
            throw refusal(e);
        }
    }

    private Upload upload(MultiPart.Part part, Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "file-", "");
        files.add(file);
        Files.delete(file);
        part.writeTo(file);
        String type = part.getHeaders().get("Content-Type");
        return new Upload(
                lastSegment(part.getFileName()),
                type == null ? "application/octet-stream" : type,
                Files.size(file),
                file);
    }

    private static String lastSegment(String fileName) {
        return fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    }

    private static HttpError refusal(RuntimeException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpError httpError) {
                return httpError;
            }
        }
        HttpError refusal = HttpError.badRequest(
                error instanceof CompletionException || error instanceof IllegalStateException
                        ? "the form is not multipart as it should be, or has too many or too large parts"
                        : "the form is not multipart as it should be");
        // Jetty breaks the connection, since the rest was not read; a client that does not know sends into nothing
        return refusal.header("Connection", "close");
    }

    @Override
    public void close() throws IOException {
        for (int i = files.size() - 1; i >= 0; i--) {
            deleteWithContents(files.get(i));
        }
    }

    private static void deleteWithContents(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (var children = Files.list(path)) {
                for (Path child : children.toList()) {
                    Files.deleteIfExists(child);
                }
            }
        }
        Files.deleteIfExists(path);
    }
}
