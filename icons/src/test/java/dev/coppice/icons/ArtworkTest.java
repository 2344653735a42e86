package dev.coppice.icons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import javax.imageio.ImageIO;

class ArtworkTest {
    @ParameterizedTest
    @EnumSource
    void existsInEverySizeForEveryBackground(Artwork artwork) throws IOException {
        for (Tone tone : Tone.values()) {
            for (int size : artwork.sizes()) {
                BufferedImage image = ImageIO.read(artwork.url(size, tone));
                assertThat(image.getWidth()).as("width of %s", artwork).isEqualTo(size);
                assertThat(image.getHeight())
                        .as("height of %s", artwork)
                        .isEqualTo(square(artwork) ? size : size * 5 / 8);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isAPictureOnATransparentGround(Artwork artwork) throws IOException {
        for (Tone tone : Tone.values()) {
            for (int size : artwork.sizes()) {
                BufferedImage image = ImageIO.read(artwork.url(size, tone));
                int right = image.getWidth() - 1;
                int bottom = image.getHeight() - 1;
                assertThat(alpha(image, 0, 0)).as("top left of %s", artwork).isLessThan(128);
                assertThat(alpha(image, right, 0)).isLessThan(128);
                assertThat(alpha(image, 0, bottom)).isLessThan(128);
                assertThat(alpha(image, right, bottom)).isLessThan(128);
                assertThat(opaqueShare(image)).as("drawn part of %s", artwork).isGreaterThan(0.2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void opensTheLargestVersion(Artwork artwork) throws IOException {
        for (Tone tone : Tone.values()) {
            try (InputStream opened = artwork.open(tone);
                    InputStream largest = artwork.url(Integer.MAX_VALUE, tone).openStream()) {
                assertThat(opened.readAllBytes()).isEqualTo(largest.readAllBytes());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void differsBetweenBackgroundsUnlessItIsAnIcon(Artwork artwork) throws IOException {
        try (InputStream light = artwork.open();
                InputStream dark = artwork.open(Tone.DARK)) {
            boolean same = Arrays.equals(light.readAllBytes(), dark.readAllBytes());
            assertThat(same).isEqualTo(square(artwork));
        }
    }

    @Test
    void takesTheNextLargerSizeThatExists() {
        assertThat(Artwork.APP_ICON.url(1)).isEqualTo(Artwork.APP_ICON.url(16));
        assertThat(Artwork.APP_ICON.url(17).getPath()).endsWith("/app-icon-24.png");
        assertThat(Artwork.APP_ICON.url(9999).getPath()).endsWith("/app-icon-512.png");
        assertThat(Artwork.NO_BUILD.url(321, Tone.DARK).getPath())
                .endsWith("/no-build-dark@2x.png");
    }

    @Test
    void refusesAWidthThatIsNotPositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Artwork.APP_ICON.url(0))
                .withMessageContaining("positive");
    }

    private static boolean square(Artwork artwork) {
        return artwork == Artwork.APP_ICON || artwork == Artwork.APP_GLYPH;
    }

    private static int alpha(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) >>> 24;
    }

    private static double opaqueShare(BufferedImage image) {
        int opaque = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                opaque += alpha(image, x, y) > 200 ? 1 : 0;
            }
        }
        return (double) opaque / (image.getWidth() * image.getHeight());
    }
}
