package dev.aide.store.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * An image file in memory: from a path, from bytes (of a BLOB column, say) or from base64, and back.
 *
 * <pre>{@code
 * Image photo = Image.ofBase64(upload);
 * db.insert("photos", Map.of("full", photo.stripped().bytes(), "small", photo.thumbnail(200, 200).bytes()));
 * }</pre>
 *
 * <p>Its format and size are read from its header, and held to {@link ImageLimits}, before anything is decoded.
 * Decoding, in {@link #thumbnail} and {@link #stripped}, takes the optional libraries Thumbnailator and
 * metadata-extractor; those of TwelveMonkeys add formats. Of several pictures in a file the first one is taken.
 *
 * <p>Immutable.
 */
public final class Image {
    // of RFC 2397: data:image/png;base64,....
    private static final String DATA_URI = "data:";

    private final byte[] bytes;
    private final Decoder.Header header;

    private Image(byte[] bytes, Decoder.Header header) {
        this.bytes = bytes;
        this.header = header;
    }

    /** An image within the standard limits. See {@link #of(byte[], ImageLimits)}. */
    public static Image of(byte[] bytes) {
        return of(bytes, ImageLimits.standard());
    }

    /**
     * An image of the bytes of its file.
     *
     * @throws ImageException if they are no image, or one that is too large
     */
    public static Image of(byte[] bytes, ImageLimits limits) {
        limits.checkBytes(bytes.length);
        Decoder.Header header = Decoder.header(bytes);
        limits.checkPixels(header.width(), header.height());
        return new Image(bytes.clone(), header);
    }

    /** An image within the standard limits. See {@link #ofBase64(String, ImageLimits)}. */
    public static Image ofBase64(String text) {
        return ofBase64(text, ImageLimits.standard());
    }

    /**
     * An image of the base64 of its file (RFC 4648, line breaks allowed), or of a data URI (RFC 2397).
     *
     * @throws ImageException if the text is no base64 of an image, or one that is too large
     */
    public static Image ofBase64(String text, ImageLimits limits) {
        String base64 = text.startsWith(DATA_URI) ? text.substring(text.indexOf(',') + 1) : text;
        // 4 characters are 3 bytes; the exact size is checked again when it is known
        limits.checkBytes(base64.length() / 4L * 3 - 2);
        try {
            return of(Base64.getMimeDecoder().decode(base64), limits);
        } catch (IllegalArgumentException e) {
            throw new ImageException("the text is no base64: " + e.getMessage(), e);
        }
    }

    /** An image within the standard limits. See {@link #read(Path, ImageLimits)}. */
    public static Image read(Path file) {
        return read(file, ImageLimits.standard());
    }

    /**
     * An image from its file.
     *
     * @throws ImageException if it is no image, or one that is too large
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Image read(Path file, ImageLimits limits) {
        try {
            limits.checkBytes(Files.size(file));
            return of(Files.readAllBytes(file), limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The format. */
    public ImageFormat format() {
        return header.format();
    }

    /** The width of the stored picture in pixels; of one that a camera stored on its side, it is the upright height. */
    public int width() {
        return header.width();
    }

    /** The height of the stored picture in pixels. */
    public int height() {
        return header.height();
    }

    /** The file's bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The file as base64, in one line. */
    public String toBase64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The file as a data URI, for the {@code src} of an HTML image. */
    public String toDataUri() {
        return DATA_URI + format().mediaType() + ";base64," + toBase64();
    }

    /**
     * Writes the file; what was there is replaced.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void write(Path file) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The picture made small enough for a width and height, in its proportions, upright and without metadata; never made
     * larger. JPEG stays JPEG, other formats become PNG.
     *
     * @throws IllegalArgumentException if a side is not positive
     * @throws ImageException if the file is broken
     * @throws IllegalStateException if the libraries for it are not there
     */
    public Image thumbnail(int maxWidth, int maxHeight) {
        if (maxWidth < 1 || maxHeight < 1) {
            throw new IllegalArgumentException(
                    "a thumbnail has 1 pixel or more on each side, not " + maxWidth + " x " + maxHeight);
        }
        return redrawn(() -> Redrawing.within(this, maxWidth, maxHeight));
    }

    /**
     * The picture upright and in full size, without metadata: nothing of place, time, camera or person is left. JPEG is
     * compressed anew with a quality of 0.9, other formats become PNG.
     *
     * @throws ImageException if the file is broken
     * @throws IllegalStateException if the libraries for it are not there
     */
    public Image stripped() {
        return redrawn(() -> Redrawing.inFullSize(this));
    }

    private static Image redrawn(Drawing drawing) {
        byte[] drawn;
        try {
            drawn = drawing.draw();
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "redrawing images takes net.coobird:thumbnailator and com.drewnoakes:metadata-extractor: add them to"
                            + " the program's dependencies (not found: " + e.getMessage() + ")",
                    e);
        }
        return new Image(drawn, Decoder.header(drawn));
    }

    private interface Drawing {
        byte[] draw();
    }
}
