package dev.coppice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.examples.Example;
import dev.coppice.model.examples.Examples;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;

/** Every example of the gallery is built, booted and checked; takes a good part of an hour. */
@Tag("nightly")
class GalleryNightlyTest {

    private static final String CONTAINERS = "container-host";
    private static final String KIOSK = "kiosk";

    /** The background of the kiosk's page. */
    private static final int GREEN = 0x2d6a4f;

    private final Path store =
            Path.of("").toAbsolutePath().resolveSibling("vm-runner").resolve("target/vm-store");

    static List<Example> examples() {
        return new Examples()
                .all().stream()
                        .filter(example -> !List.of(CONTAINERS, KIOSK).contains(example.id()))
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void passesItsChecks(Example example, @TempDir Path folder) throws IOException {
        Optional<String> missing = GalleryProject.unreachable(example);
        Assumptions.assumeTrue(
                missing.isEmpty(),
                () ->
                        "this host cannot reach %s, which %s needs"
                                .formatted(missing.orElse(""), example.id()));
        new GalleryProject(example, folder, store).check();
    }

    /**
     * Where the registry is reached, with the image that the example names. Elsewhere a small image
     * takes its place, under the same name and from an archive: everything but nginx itself is
     * proven then.
     */
    @Test
    void theContainerHostServesItsPage(@TempDir Path folder) throws Exception {
        Example example = new Examples().find(CONTAINERS).orElseThrow();
        var project = new GalleryProject(example, folder, store);
        if (GalleryProject.unreachable(example).isPresent()) {
            // Brings the Debian packages, one of which the image is made of.
            project.build();
            new WebImage(store).write(folder.resolve("images/web.tar"), image(example));
            project.edit(
                    new YamlOp.Set(
                            YamlPath.of("containers", 0, "imageArchive"),
                            new YamlValue.Text("images/web.tar")));
        }
        project.check();
    }

    private static String image(Example example) {
        String line =
                example.spec()
                        .lines()
                        .filter(each -> each.strip().startsWith("image: "))
                        .findFirst()
                        .orElseThrow();
        return line.strip().split("\\s+")[1];
    }

    @Test
    void theKioskShowsItsPage(@TempDir Path folder) throws Exception {
        Example example = new Examples().find(KIOSK).orElseThrow();

        BufferedImage screen =
                ImageIO.read(new GalleryProject(example, folder, store).screen().toFile());

        long green = 0;
        for (int y = 0; y < screen.getHeight(); y++) {
            for (int x = 0; x < screen.getWidth(); x++) {
                green += (screen.getRGB(x, y) & 0xffffff) == GREEN ? 1 : 0;
            }
        }
        long pixels = (long) screen.getWidth() * screen.getHeight();
        assertThat(green).as("pixels of the page").isBetween(pixels / 2, pixels - 1000);
    }
}
