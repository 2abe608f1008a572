package com.acme.notes;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Draws pictures to upload. */
final class Pictures {

    private Pictures() {}

    /** A round sun before a sky, larger than an avatar. */
    static Path sun(Path folder) throws IOException {
        BufferedImage image = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(0x3E7BD6), 0, 600, new Color(0xF6C28B)));
        pen.fillRect(0, 0, 900, 600);
        pen.setColor(new Color(0xFFE9A8));
        pen.fillOval(300, 150, 300, 300);
        pen.dispose();
        Path file = folder.resolve("sun.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
