package dev.parley.systemtests.bench.media;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javax.imageio.ImageIO;

/** Per cent of a core for each leg, by load: bars side by side, and the ratio above them. */
final class MediaPlot {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 640;
    private static final int LEFT = 70;
    private static final int RIGHT = 20;
    private static final int TOP = 90;
    private static final int BOTTOM = 90;
    private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    private static final Font BOLD = PLAIN.deriveFont(Font.BOLD, 17f);

    /** @param detail whether it is a detail of another one: where it is missing, nothing is said */
    private record Series(
            String title, Color colour, boolean parley, boolean detail, ToDoubleFunction<Measured> figure) {
        static final List<Series> ALL = List.of(
                new Series(
                        "Parley: rtpengine and media-adapter",
                        new Color(0x1F, 0x77, 0xB4),
                        true,
                        false,
                        Measured::percentForSound),
                new Series("Parley: all services", new Color(0xAE, 0xC7, 0xE8), true, true, Measured::percentForAll),
                new Series(
                        "Asterisk ConfBridge", new Color(0xFF, 0x7F, 0x0E), false, false, Measured::percentForSound));

        Optional<Double> of(MediaReport report, MediaLoad load) {
            return report.median(load, parley, figure);
        }
    }

    private final MediaReport report;
    private final Graphics2D graphics;
    private final double scale;

    private MediaPlot(MediaReport report, Graphics2D graphics) {
        this.report = report;
        this.graphics = graphics;
        double most = report.loads().stream()
                .flatMap(load -> Series.ALL.stream().flatMap(series -> series.of(report, load).stream()))
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        this.scale = (HEIGHT - TOP - BOTTOM) / (1.1 * most);
    }

    /** Writes a PNG; no display is needed. */
    static void write(MediaReport report, Path file) throws IOException {
        System.setProperty("java.awt.headless", "true");
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        new MediaPlot(report, graphics).draw();
        graphics.dispose();
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("This Java writes no PNG");
        }
    }

    private void draw() {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(Color.BLACK);
        graphics.setFont(BOLD);
        graphics.drawString("CPU of a leg, per cent of a core (PCMU, all sending; median of the blocks)", LEFT, 28);
        graphics.setFont(PLAIN);
        legend();
        axis();
        List<MediaLoad> loads = report.loads();
        double width = (double) (WIDTH - LEFT - RIGHT) / loads.size();
        for (int i = 0; i < loads.size(); i++) {
            group(loads.get(i), LEFT + i * width, width);
        }
    }

    private void legend() {
        int x = LEFT;
        for (Series series : Series.ALL) {
            graphics.setColor(series.colour);
            graphics.fillRect(x, 42, 16, 16);
            graphics.setColor(Color.BLACK);
            graphics.drawString(series.title, x + 22, 56);
            x += 50 + graphics.getFontMetrics().stringWidth(series.title);
        }
    }

    private void axis() {
        double step = step((HEIGHT - TOP - BOTTOM) / scale / 6);
        graphics.setStroke(new BasicStroke(1));
        for (int tick = 0; y(tick * step) >= TOP; tick++) {
            graphics.setColor(new Color(0xDD, 0xDD, 0xDD));
            graphics.drawLine(LEFT, y(tick * step), WIDTH - RIGHT, y(tick * step));
            graphics.setColor(Color.BLACK);
            graphics.drawString(String.format(Locale.ROOT, "%.2f", tick * step), 20, y(tick * step) + 5);
        }
    }

    /** 1, 2 or 5 of a power of ten. */
    private static double step(double about) {
        double power = Math.pow(10, Math.floor(Math.log10(about)));
        double digits = about / power;
        return power * (digits < 2 ? 1 : digits < 5 ? 2 : 5);
    }

    private static int floor() {
        return HEIGHT - BOTTOM;
    }

    private int y(double percent) {
        return (int) Math.round(floor() - percent * scale);
    }

    private void group(MediaLoad load, double left, double width) {
        double bar = width * 0.8 / Series.ALL.size();
        double x = left + width * 0.1;
        int top = floor();
        for (Series series : Series.ALL) {
            Optional<Double> percent = series.of(report, load);
            if (percent.isPresent()) {
                graphics.setColor(series.colour);
                int height = floor() - y(percent.get());
                graphics.fillRect((int) x, floor() - height, (int) bar - 2, height);
                graphics.setColor(Color.BLACK);
                middle(String.format(Locale.ROOT, "%.2f", percent.get()), x + bar / 2, floor() - height - 4);
                top = Math.min(top, floor() - height);
            } else if (!series.detail) {
                graphics.setColor(Color.RED);
                middle("not up", x + bar / 2, floor() - 4);
            }
            x += bar;
        }
        graphics.setColor(Color.BLACK);
        report.ratio(load)
                .ifPresent(ratio -> middle(
                        String.format(Locale.ROOT, "ratio %.2f", ratio.median()), left + width / 2, floor() + 60));
        middle(load.legs() + " legs", left + width / 2, floor() + 20);
        middle(where(load), left + width / 2, floor() + 40);
    }

    private static String where(MediaLoad load) {
        if (load.twoParty()) {
            return "in calls of 2";
        }
        String rooms = load.rooms() == 1 ? "one room" : "rooms of " + load.members();
        return load.talking() == load.members() ? rooms : rooms + ", " + load.talking() + " talk";
    }

    private void middle(String text, double x, int y) {
        graphics.drawString(text, (int) (x - graphics.getFontMetrics().stringWidth(text) / 2.0), y);
    }
}
