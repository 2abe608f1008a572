package dev.aide.store.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.coobird.thumbnailator.Thumbnails;

/** Draws an image anew from its pixels alone, upright, in another size if asked for. Stateless. */
final class Redrawing {
    private static final double JPEG_QUALITY = 0.9;

    private Redrawing() {}

    static byte[] inFullSize(Image image) {
        return redraw(image, image.width(), image.height());
    }

    /** Fits into the width and height, which are those of the upright picture. */
    static byte[] within(Image image, int width, int height) {
        boolean swaps = Orientation.of(image.bytes()).swaps();
        return redraw(
                image,
                Math.min(image.width(), swaps ? height : width),
                Math.min(image.height(), swaps ? width : height));
    }

    // the box is one for the pixels as they are stored; they are turned after they are made fewer
    private static byte[] redraw(Image image, int width, int height) {
        byte[] bytes = image.bytes();
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        try {
            Thumbnails.of(Decoder.decode(bytes))
                    .size(width, height)
                    .addFilters(Orientation.of(bytes).filters())
                    .outputFormat(image.format().written().name())
                    .outputQuality(JPEG_QUALITY)
                    .toOutputStream(drawn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return drawn.toByteArray();
    }
}
