package dev.aide.store.image;

/**
 * How large an image may be. Both are checked before a pixel is decoded, since a file of some kilobytes can ask for
 * gigabytes of memory. Immutable.
 *
 * @param bytes the size of the file
 * @param pixels width times height; each takes 4 bytes of memory while it is worked on
 */
public record ImageLimits(long bytes, long pixels) {
    private static final long STANDARD_BYTES = 20_000_000;
    private static final long STANDARD_PIXELS = 50_000_000;

    /** 20 MB and 50 megapixels: what phones and cameras make, with some room. */
    public static ImageLimits standard() {
        return new ImageLimits(STANDARD_BYTES, STANDARD_PIXELS);
    }

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is not positive
     */
    public ImageLimits {
        if (bytes < 1 || pixels < 1) {
            throw new IllegalArgumentException("limits are 1 or more: " + bytes + " bytes, " + pixels + " pixels");
        }
    }

    void checkBytes(long size) {
        if (size > bytes) {
            throw new ImageException("the image has " + size + " bytes, and " + bytes + " are allowed");
        }
    }

    void checkPixels(int width, int height) {
        if ((long) width * height > pixels) {
            throw new ImageException(
                    "the image has " + width + " x " + height + " pixels, and " + pixels + " in all are allowed");
        }
    }
}
