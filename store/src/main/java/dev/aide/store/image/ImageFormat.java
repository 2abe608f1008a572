package dev.aide.store.image;

import java.util.Arrays;
import java.util.Locale;

/** A format of image files that can be read. Immutable. */
public enum ImageFormat {
    JPEG,
    PNG,
    GIF,
    BMP,
    TIFF,
    /** Needs com.twelvemonkeys.imageio:imageio-webp. */
    WEBP;

    /** The media type, such as {@code image/jpeg}. */
    public String mediaType() {
        return "image/" + name().toLowerCase(Locale.ROOT);
    }

    /** The format in which a picture of this format is written: JPEG stays JPEG, every other becomes PNG. */
    ImageFormat written() {
        return this == JPEG ? JPEG : PNG;
    }

    /** The format of a name that ImageIO gives, such as "jpg" or "JPEG". */
    static ImageFormat of(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.name().equals(upper.equals("JPG") ? "JPEG" : upper))
                .findFirst()
                .orElseThrow(() -> new ImageException("images of format " + name + " are not taken"));
    }
}
