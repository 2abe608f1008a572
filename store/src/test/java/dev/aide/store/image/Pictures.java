package dev.aide.store.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Image files to test with. */
final class Pictures {
    static final String ARTIST = "Ada";

    private Pictures() {}

    /** White, with its upper left quarter red. */
    static byte[] picture(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A JPEG whose EXIF names an artist, and how the camera was held. */
    static byte[] photo(int width, int height, int orientation) {
        byte[] jpeg = picture("jpg", width, height);
        byte[] exif = exif(orientation);
        ByteBuffer photo = ByteBuffer.allocate(jpeg.length + exif.length + 4);
        // after the two bytes that begin a JPEG: APP1, and its length with the two bytes of the length
        photo.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (exif.length + 2));
        return photo.put(exif).put(jpeg, 2, jpeg.length - 2).array();
    }

    private static byte[] exif(int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
        exif.put("Exif\0\0II*\0".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 2);
        // a tag, its type (SHORT, ASCII), how many, and the value itself
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putInt(orientation);
        exif.putShort((short) 0x013B).putShort((short) 2).putInt(4);
        exif.put((ARTIST + '\0').getBytes(StandardCharsets.ISO_8859_1)).putInt(0);
        return exif.array();
    }

    /** The beginning of a PNG that says how large it is, with nothing behind. */
    static byte[] bomb(int width, int height) {
        ByteBuffer head = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.ISO_8859_1));
        head.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(head.array());
        ByteBuffer png = ByteBuffer.allocate(33).putLong(0x89504E470D0A1A0AL).putInt(13);
        return png.put(head.array()).putInt((int) crc.getValue()).array();
    }
}
