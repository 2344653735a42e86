package dev.coppice.model.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.importing.ImportNote.Outcome;
import dev.coppice.model.text.Position;

import org.junit.jupiter.api.Test;

import java.util.List;

class ImportReportTest {

    private final ImportReport report =
            new ImportReport(
                    List.of(
                            new ImportNote(
                                    "hostname", new Position(2, 1), Outcome.TAKEN, "hostname", ""),
                            new ImportNote(
                                    "fqdn",
                                    new Position(13, 1),
                                    Outcome.APPROXIMATED,
                                    "network.hosts",
                                    "It stands in /etc/hosts."),
                            new ImportNote(
                                    "chef", new Position(140, 1), Outcome.DROPPED, "", "No.")));

    @Test
    void countsEachOutcome() {
        assertThat(report.summary()).isEqualTo("1 taken, 1 approximated, 1 dropped");
        assertThat(new ImportReport(List.of()).summary())
                .isEqualTo("0 taken, 0 approximated, 0 dropped");
    }

    @Test
    void hasALineForEachField() {
        assertThat(report.lines())
                .containsExactly(
                        "     2  taken         hostname -> hostname",
                        "    13  approximated  fqdn -> network.hosts: It stands in /etc/hosts.",
                        "   140  dropped       chef: No.");
    }
}
