package dev.aide.store.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageTest {
    private static final ImageLimits SMALL = new ImageLimits(5_000, 10_000);

    private static boolean isRed(BufferedImage picture, double x, double y) {
        Color color = new Color(picture.getRGB((int) (x * picture.getWidth()), (int) (y * picture.getHeight())));
        return color.getRed() > 200 && color.getGreen() < 100;
    }

    private static Metadata metadata(Image image) throws Exception {
        return ImageMetadataReader.readMetadata(new ByteArrayInputStream(image.bytes()));
    }

    @ParameterizedTest
    @CsvSource({"jpg, JPEG, image/jpeg", "png, PNG, image/png", "gif, GIF, image/gif", "bmp, BMP, image/bmp"})
    void format_and_size_are_read_from_the_file(String name, ImageFormat format, String mediaType) {
        Image image = Image.of(Pictures.picture(name, 60, 40));

        assertThat(image.format()).isEqualTo(format);
        assertThat(image.format().mediaType()).isEqualTo(mediaType);
        assertThat(image.width()).isEqualTo(60);
        assertThat(image.height()).isEqualTo(40);
        assertThat(image.thumbnail(30, 30).height()).isEqualTo(20);
    }

    @Test
    void webp_is_read_and_becomes_png() {
        Image dot = Image.ofBase64("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

        assertThat(dot.format()).isEqualTo(ImageFormat.WEBP);
        assertThat(dot.stripped().format()).isEqualTo(ImageFormat.PNG);
    }

    @Test
    void an_image_goes_to_base64_and_to_a_file_and_comes_back(@TempDir Path directory) {
        byte[] bytes = Pictures.picture("png", 8, 8);
        Image image = Image.of(bytes);
        Path file = directory.resolve("a.png");
        image.write(file);

        assertThat(Image.read(file).bytes()).isEqualTo(bytes);
        assertThat(Image.ofBase64(image.toBase64()).bytes()).isEqualTo(bytes);
        assertThat(image.toDataUri()).startsWith("data:image/png;base64,iVBOR");
        assertThat(Image.ofBase64(image.toDataUri()).bytes()).isEqualTo(bytes);
        assertThat(Image.ofBase64(Base64.getMimeEncoder().encodeToString(bytes)).bytes())
                .isEqualTo(bytes);
    }

    @Test
    void a_thumbnail_keeps_the_proportions_and_is_never_larger() {
        Image wide = Image.of(Pictures.picture("jpg", 400, 100));

        Image small = wide.thumbnail(50, 50);
        assertThat(small.width()).isEqualTo(50);
        assertThat(small.height()).isBetween(12, 13);
        assertThat(small.format()).isEqualTo(ImageFormat.JPEG);
        assertThat(wide.thumbnail(1_000, 1_000).width()).isEqualTo(400);
        assertThatThrownBy(() -> wide.thumbnail(0, 10))
                .hasMessage("a thumbnail has 1 pixel or more on each side, not 0 x 10");
    }

    // where the red quarter is, as https://www.w3.org/TR/exif/#orientation shows it
    @ParameterizedTest
    @CsvSource({"1, 0, 0", "2, 1, 0", "3, 1, 1", "4, 0, 1", "5, 0, 0", "6, 1, 0", "7, 1, 1", "8, 0, 1"})
    void a_picture_from_a_camera_is_set_upright(int orientation, int column, int row) throws Exception {
        Image photo = Image.of(Pictures.photo(80, 40, orientation));

        for (Image upright : Arrays.asList(photo.stripped(), photo.thumbnail(40, 40))) {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(upright.bytes()));
            assertThat(picture.getWidth() > picture.getHeight()).isEqualTo(orientation < 5);
            for (int x = 0; x < 2; x++) {
                for (int y = 0; y < 2; y++) {
                    assertThat(isRed(picture, 0.25 + 0.5 * x, 0.25 + 0.5 * y))
                            .as("%d, %d", x, y)
                            .isEqualTo(x == column && y == row);
                }
            }
        }
    }

    @Test
    void nothing_that_the_camera_wrote_is_left() throws Exception {
        Image photo = Image.of(Pictures.photo(80, 40, 1));
        assertThat(metadata(photo)
                        .getFirstDirectoryOfType(ExifIFD0Directory.class)
                        .getString(ExifIFD0Directory.TAG_ARTIST))
                .isEqualTo(Pictures.ARTIST);

        for (Image drawn : Arrays.asList(photo.stripped(), photo.thumbnail(40, 40))) {
            assertThat(metadata(drawn).getFirstDirectoryOfType(ExifIFD0Directory.class))
                    .isNull();
        }
        assertThat(photo.stripped().width()).isEqualTo(80);
    }

    @Test
    void what_is_too_large_is_refused_before_it_is_decoded(@TempDir Path directory) throws Exception {
        assertThatThrownBy(() -> Image.of(Pictures.bomb(50_000, 50_000)))
                .isInstanceOf(ImageException.class)
                .hasMessage("the image has 50000 x 50000 pixels, and 50000000 in all are allowed");
        byte[] large = new byte[6_000];
        assertThatThrownBy(() -> Image.of(large, SMALL)).hasMessage("the image has 6000 bytes, and 5000 are allowed");
        assertThatThrownBy(() -> Image.ofBase64("A".repeat(8_000), SMALL))
                .hasMessage("the image has 5998 bytes, and 5000 are allowed");
        Path file = Files.write(directory.resolve("large"), large);
        assertThatThrownBy(() -> Image.read(file, SMALL)).isInstanceOf(ImageException.class);
        assertThatThrownBy(() -> new ImageLimits(0, 1)).hasMessage("limits are 1 or more: 0 bytes, 1 pixels");
    }

    @Test
    void what_is_no_image_or_a_broken_one_is_said() {
        assertThatThrownBy(() -> Image.of(new byte[] {1, 2, 3}))
                .isInstanceOf(ImageException.class)
                .hasMessage("the bytes are no image of a known format");
        assertThatThrownBy(() -> Image.ofBase64("data:image/png;base64,A"))
                .isInstanceOf(ImageException.class)
                .hasMessageStartingWith("the text is no base64: ");
        assertThatThrownBy(() -> Image.of(Pictures.bomb(10, 10)).stripped())
                .isInstanceOf(ImageException.class)
                .hasMessageStartingWith("the image is broken: ");
    }

    @Test
    void a_program_without_the_libraries_is_told_which() throws Exception {
        URL[] without = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("thumbnailator") && !entry.contains("metadata-extractor"))
                .map(ImageTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader bare = new URLClassLoader(without, ClassLoader.getPlatformClassLoader())) {
            Class<?> type = bare.loadClass(Image.class.getName());
            Object image = type.getMethod("of", byte[].class).invoke(null, (Object) Pictures.picture("png", 8, 8));

            assertThatThrownBy(() -> type.getMethod("stripped").invoke(image))
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("redrawing images takes net.coobird:thumbnailator and"
                            + " com.drewnoakes:metadata-extractor: add them to the program's dependencies");
        }
    }

    private static URL url(String entry) {
        try {
            return new File(entry).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
