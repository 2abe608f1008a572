package dev.aide.store.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads image files with whatever ImageIO has; formats and broken files as TwelveMonkeys' readers take them. Stateless. */
final class Decoder {

    private Decoder() {}

    /** The format and the size, from the first bytes; nothing is decoded. */
    static Header header(byte[] bytes) {
        return read(
                bytes,
                reader -> new Header(ImageFormat.of(reader.getFormatName()), reader.getWidth(0), reader.getHeight(0)));
    }

    /** The picture, the first one if there are several. */
    static BufferedImage decode(byte[] bytes) {
        return read(bytes, reader -> reader.read(0));
    }

    private static <T> T read(byte[] bytes, Reading<T> reading) {
        // not ImageIO.createImageInputStream, which may write what it reads to a temporary file
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new ImageException("the bytes are no image of a known format");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return reading.from(reader);
            } finally {
                reader.dispose();
            }
        } catch (ImageException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // readers meet broken files with all kinds of exceptions
            throw new ImageException("the image is broken: " + e.getMessage(), e);
        }
    }

    private interface Reading<T> {
        T from(ImageReader reader) throws IOException;
    }

    /** What stands at the beginning of an image file. */
    record Header(ImageFormat format, int width, int height) {}
}
