package dev.aide.store.image;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import net.coobird.thumbnailator.filters.Flip;
import net.coobird.thumbnailator.filters.ImageFilter;
import net.coobird.thumbnailator.filters.Rotation;

/**
 * How the camera was held: what to do with the pixels so that the picture stands upright (EXIF tag 0x0112). Immutable.
 *
 * @param filters what to do, in order
 * @param swaps whether width and height change places by it
 */
record Orientation(List<ImageFilter> filters, boolean swaps) {
    private static final Orientation UPRIGHT = new Orientation(List.of(), false);

    /** The orientation that the file's metadata tells; upright if it tells none, or cannot be read. */
    static Orientation of(byte[] bytes) {
        try {
            return ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes))
                    .getDirectoriesOfType(ExifIFD0Directory.class)
                    .stream()
                    .map(directory -> directory.getInteger(ExifDirectoryBase.TAG_ORIENTATION))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(Orientation::ofTag)
                    .orElse(UPRIGHT);
        } catch (ImageProcessingException e) {
            return UPRIGHT;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Orientation ofTag(int tag) {
        return switch (tag) {
            case 2 -> new Orientation(List.of(Flip.HORIZONTAL), false);
            case 3 -> new Orientation(List.of(Rotation.ROTATE_180_DEGREES), false);
            case 4 -> new Orientation(List.of(Flip.VERTICAL), false);
            case 5 -> new Orientation(List.of(Rotation.RIGHT_90_DEGREES, Flip.HORIZONTAL), true);
            case 6 -> new Orientation(List.of(Rotation.RIGHT_90_DEGREES), true);
            case 7 -> new Orientation(List.of(Rotation.LEFT_90_DEGREES, Flip.HORIZONTAL), true);
            case 8 -> new Orientation(List.of(Rotation.LEFT_90_DEGREES), true);
            default -> UPRIGHT;
        };
    }
}
