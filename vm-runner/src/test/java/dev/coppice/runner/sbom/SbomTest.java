package dev.coppice.runner.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.runner.lock.LockedLayer;
import dev.coppice.runner.lock.LockedPackage;
import dev.coppice.runner.lock.SystemLock;
import dev.coppice.runner.store.LayerKind;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class SbomTest {

    private static final Instant WHEN = Instant.parse("2026-11-29T10:11:12.345Z");

    private static Inventory inventory() {
        LockedPackage libc =
                new LockedPackage(
                        "libstdc++6",
                        "2:12.2.0-14+deb12u1~x",
                        "amd64",
                        "gcc-12",
                        613_000,
                        "ab".repeat(32),
                        "http://deb.debian.org/debian",
                        "pool/main/g/gcc-12/libstdc++6.deb");
        LockedPackage htop =
                new LockedPackage(
                        "htop", "3.2", "amd64", "htop", 5, "cd".repeat(32), "http://x/y", "h.deb");
        SystemLock lock =
                SystemLock.empty("bookworm", "amd64")
                        .with(new LockedLayer(LayerKind.BASE, "a", WHEN, List.of(libc)))
                        .with(new LockedLayer(LayerKind.PACKAGES, "b", WHEN, List.of(htop)));
        return new Inventory("web", 7, WHEN, "debian", lock);
    }

    /** The members that the schema of CycloneDX 1.6 requires, and those that scanners look for. */
    @Test
    void cycloneDxHasWhatItsSchemaRequires() {
        JsonNode bom = CycloneDx.of(inventory());
        assertThat(bom.path("bomFormat").asString()).isEqualTo("CycloneDX");
        assertThat(bom.path("specVersion").asString()).isEqualTo("1.6");
        assertThat(bom.path("serialNumber").asString())
                .matches("urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(bom.at("/metadata/timestamp").asString()).isEqualTo("2026-11-29T10:11:12Z");
        JsonNode first = bom.path("components").path(0);
        assertThat(first.path("type").asString()).isEqualTo("library");
        assertThat(first.path("purl").asString())
                .isEqualTo(
                        "pkg:deb/debian/libstdc%2B%2B6@2:12.2.0-14%2Bdeb12u1~x"
                                + "?arch=amd64&distro=bookworm");
        assertThat(first.at("/hashes/0/alg").asString()).isEqualTo("SHA-256");
        assertThat(first.at("/externalReferences/0/url").asString()).contains("libstdc%2b%2b6");
        Set<String> refs = new HashSet<>();
        refs.add(bom.at("/metadata/component/bom-ref").asString());
        bom.path("components").forEach(one -> refs.add(one.path("bom-ref").asString()));
        assertThat(refs).hasSize(3);
        bom.at("/dependencies/0/dependsOn")
                .forEach(ref -> assertThat(refs).contains(ref.asString()));
        assertThat(CycloneDx.of(inventory())).isEqualTo(bom);
    }

    /** The members that the schema of SPDX 2.3 requires. */
    @Test
    void spdxHasWhatItsSchemaRequires() {
        JsonNode document = Spdx.of(inventory());
        for (String member :
                List.of("SPDXID", "creationInfo", "dataLicense", "name", "spdxVersion")) {
            assertThat(document.has(member)).as(member).isTrue();
        }
        assertThat(document.at("/creationInfo/created").asString())
                .isEqualTo("2026-11-29T10:11:12Z");
        Set<String> ids = new HashSet<>(Set.of("SPDXRef-DOCUMENT"));
        for (JsonNode one : document.path("packages")) {
            assertThat(one.path("SPDXID").asString()).matches("SPDXRef-[A-Za-z0-9.-]+");
            assertThat(one.has("name")).isTrue();
            assertThat(one.has("downloadLocation")).isTrue();
            ids.add(one.path("SPDXID").asString());
        }
        assertThat(ids).hasSize(4);
        for (JsonNode relation : document.path("relationships")) {
            assertThat(ids).contains(relation.path("spdxElementId").asString());
            assertThat(ids).contains(relation.path("relatedSpdxElement").asString());
        }
        assertThat(document.path("packages").path(1).at("/externalRefs/0/referenceType").asString())
                .isEqualTo("purl");
    }
}
