package dev.coppice.app.compose.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.compose.editor.FoldRegions.Region;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class FoldRegionsTest {

    private static final List<String> LINES =
            """
            spec: 1
            packages:
            - a
            # why
            - b

            # files follow
            files:
              - path: /a
                content: |
                  if x:
                    y
              # second
              - { path: /b,
                  content: "one
                two" }
            ports: [
              80,
              81,
            ]
            end: 1\
            """
                    .lines()
                    .toList();

    private static FoldRegions regions() {
        var table = new LineTable();
        table.changed(0, 0, LINES.size() - 1, LINES::get);
        return new FoldRegions(LINES::get, table);
    }

    @Test
    void mappingsListsTextsAndBracketsFold() {
        FoldRegions regions = regions();
        var found = new ArrayList<Region>();
        for (int line = 0; line < LINES.size(); line++) {
            assertThat(regions.foldable(line))
                    .as("line %d", line)
                    .isEqualTo(regions.at(line).isPresent());
            regions.at(line).ifPresent(found::add);
        }
        assertThat(found)
                .containsExactly(
                        new Region(1, 4),
                        new Region(7, 15),
                        new Region(8, 11),
                        new Region(9, 11),
                        new Region(13, 15),
                        new Region(16, 19));
    }

    @Test
    void theSmallestRegionAroundALine() {
        assertThat(regions().around(11)).contains(new Region(9, 11));
        assertThat(regions().around(8)).contains(new Region(8, 11));
        assertThat(regions().around(0)).isEmpty();
        assertThat(regions().around(20)).isEmpty();
    }
}
