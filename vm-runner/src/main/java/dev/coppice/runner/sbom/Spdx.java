package dev.coppice.runner.sbom;

import dev.coppice.runner.lock.LockFile;
import dev.coppice.runner.lock.LockedPackage;
import dev.coppice.runner.store.Digests;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Writes the software of a generation as SPDX 2.3 JSON (spdx.dev). Licences are not asserted: the
 * archive's lists do not tell them.
 */
public final class Spdx {

    private static final String DOCUMENT = "SPDXRef-DOCUMENT";
    private static final String SYSTEM = "SPDXRef-System";
    private static final String UNKNOWN = "NOASSERTION";

    private Spdx() {}

    /** The document; the same inventory gives the same document. */
    public static ObjectNode of(Inventory inventory) {
        String title = inventory.system() + "-" + inventory.generation();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("spdxVersion", "SPDX-2.3").put("dataLicense", "CC0-1.0");
        root.put("SPDXID", DOCUMENT).put("name", title);
        root.put(
                "documentNamespace",
                "https://coppice.dev/spdx/"
                        + title
                        + "-"
                        + Digests.of(inventory.created() + LockFile.text(inventory.lock())));
        ObjectNode creation = root.putObject("creationInfo");
        creation.put("created", inventory.created().truncatedTo(ChronoUnit.SECONDS).toString());
        creation.putArray("creators").add("Tool: Coppice");
        ArrayNode packages = root.putArray("packages");
        ObjectNode system = packages.addObject().put("SPDXID", SYSTEM);
        system.put("name", inventory.system());
        system.put("versionInfo", Integer.toString(inventory.generation()));
        unasserted(system.put("downloadLocation", UNKNOWN).put("filesAnalyzed", false));
        ArrayNode relations = root.putArray("relationships");
        relation(relations, DOCUMENT, "DESCRIBES", SYSTEM);
        List<LockedPackage> all = inventory.lock().packages().distinct().toList();
        for (LockedPackage one : all) {
            String id = "SPDXRef-Package-" + one.sha256().substring(0, 16);
            describe(packages.addObject().put("SPDXID", id), inventory, one);
            relation(relations, SYSTEM, "CONTAINS", id);
        }
        return root;
    }

    private static void describe(ObjectNode node, Inventory inventory, LockedPackage one) {
        node.put("name", one.name());
        node.put("versionInfo", one.version());
        node.put("packageFileName", one.file());
        node.put("downloadLocation", one.url());
        node.put("filesAnalyzed", false);
        node.put("sourceInfo", "built from the source package " + one.source());
        unasserted(node);
        node.putArray("checksums")
                .addObject()
                .put("algorithm", "SHA256")
                .put("checksumValue", one.sha256());
        node.putArray("externalRefs")
                .addObject()
                .put("referenceCategory", "PACKAGE-MANAGER")
                .put("referenceType", "purl")
                .put("referenceLocator", inventory.url(one));
    }

    private static void unasserted(ObjectNode node) {
        node.put("licenseConcluded", UNKNOWN);
        node.put("licenseDeclared", UNKNOWN);
        node.put("copyrightText", UNKNOWN);
    }

    private static void relation(ArrayNode relations, String from, String type, String to) {
        relations
                .addObject()
                .put("spdxElementId", from)
                .put("relationshipType", type)
                .put("relatedSpdxElement", to);
    }
}
