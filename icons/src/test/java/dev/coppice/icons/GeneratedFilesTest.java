package dev.coppice.icons;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/** What {@code icons/generate} wrote is complete and belongs to the drawings as they are now. */
class GeneratedFilesTest {
    private static final Path DRAWINGS = Path.of("src/main/svg");
    private static final Path PICTURES = Path.of("src/main/resources/dev/coppice/icons");
    private static final Path PACKAGING = Path.of("packaging");
    private static final String STALE = "a drawing or picture changed: run icons/generate, commit";

    @Test
    void everyFileIsTheOneOfTheLastGeneration() throws Exception {
        Map<String, String> recorded = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("generated.sha256"))) {
            recorded.put(line.substring(66), line.substring(0, 64));
        }
        Map<String, String> present = new TreeMap<>();
        present.put("generate", sha256(Path.of("generate")));
        for (Path directory : List.of(DRAWINGS, PICTURES, PACKAGING)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    present.put(file.toString().replace('\\', '/'), sha256(file));
                }
            }
        }
        assertThat(present).as(STALE).isEqualTo(recorded);
    }

    @Test
    void windowsIconHoldsTheSamePictures() throws IOException {
        byte[] ico = Files.readAllBytes(PACKAGING.resolve("coppice.ico"));
        assertThat(ico).as(STALE).isEqualTo(IconContainers.ico(PICTURES));

        ByteBuffer in = ByteBuffer.wrap(ico).order(ByteOrder.LITTLE_ENDIAN);
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < in.getShort(4); i++) {
            int entry = 6 + 16 * i;
            int width = in.get(entry) == 0 ? 256 : in.get(entry) & 0xff;
            widths.add(width);
            int offset = in.getInt(entry + 12);
            assertThat(offset + in.getInt(entry + 8)).isLessThanOrEqualTo(ico.length);
            if (width <= 64) {
                assertThat(in.getInt(offset + 4)).isEqualTo(width);
                int middle = offset + 40 + ((width / 2 - 1) * width + width / 2) * 4;
                BufferedImage png = ImageIO.read(Artwork.APP_ICON.url(width));
                assertThat(in.getInt(middle)).isEqualTo(png.getRGB(width / 2, width / 2));
            } else {
                assertThat(image(ico, offset, in.getInt(entry + 8)).getWidth()).isEqualTo(width);
            }
        }
        assertThat(widths).containsExactly(16, 24, 32, 48, 64, 128, 256);
    }

    @Test
    void appleIconHoldsTheSamePictures() throws IOException {
        byte[] icns = Files.readAllBytes(PACKAGING.resolve("coppice.icns"));
        assertThat(icns).as(STALE).isEqualTo(IconContainers.icns(PICTURES));

        ByteBuffer in = ByteBuffer.wrap(icns);
        assertThat(in.getInt(4)).isEqualTo(icns.length);
        Map<String, Integer> widths = new TreeMap<>();
        for (int at = 8; at < icns.length; at += in.getInt(at + 4)) {
            String type = new String(icns, at, 4, StandardCharsets.US_ASCII);
            widths.put(type, image(icns, at + 8, in.getInt(at + 4) - 8).getWidth());
        }
        assertThat(widths)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "icp4", 16, "icp5", 32, "ic07", 128, "ic08", 256, "ic09", 512,
                                "ic11", 32, "ic12", 64, "ic13", 256, "ic14", 512));
    }

    @Test
    void drawingsNeedNothingFromElsewhere() throws IOException {
        try (Stream<Path> files = Files.list(DRAWINGS)) {
            for (Path file : files.toList()) {
                String text = Files.readString(file).replace("http://www.w3.org/2000/svg", "");
                assertThat(text)
                        .as("%s", file)
                        .doesNotContain("http", "href", "<image", "<script", "<text", "\r");
            }
        }
    }

    private static BufferedImage image(byte[] bytes, int offset, int length) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes, offset, length));
    }

    private static String sha256(Path file) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    }
}
