package dev.coppice.runner.sbom;

import dev.coppice.runner.lock.LockFile;
import dev.coppice.runner.lock.LockedLayer;
import dev.coppice.runner.lock.LockedPackage;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;

/** Writes the software of a generation as CycloneDX 1.6, by its JSON schema (cyclonedx.org). */
public final class CycloneDx {

    private static final String SYSTEM = "system";

    private CycloneDx() {}

    /** The document; the same inventory gives the same document. */
    public static ObjectNode of(Inventory inventory) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("bomFormat", "CycloneDX").put("specVersion", "1.6");
        root.put("serialNumber", "urn:uuid:" + serial(inventory)).put("version", 1);
        ObjectNode metadata = root.putObject("metadata");
        metadata.put("timestamp", inventory.created().truncatedTo(ChronoUnit.SECONDS).toString());
        metadata.putObject("tools")
                .putArray("components")
                .addObject()
                .put("type", "application")
                .put("name", "Coppice");
        metadata.putObject("component")
                .put("type", "operating-system")
                .put("bom-ref", SYSTEM)
                .put("name", inventory.system())
                .put("version", Integer.toString(inventory.generation()));
        ArrayNode components = root.putArray("components");
        for (LockedLayer layer : inventory.lock().layers()) {
            for (LockedPackage one : layer.packages()) {
                component(components.addObject(), inventory, layer, one);
            }
        }
        ObjectNode dependency = root.putArray("dependencies").addObject().put("ref", SYSTEM);
        ArrayNode parts = dependency.putArray("dependsOn");
        inventory.lock().packages().map(inventory::url).distinct().forEach(parts::add);
        return root;
    }

    private static UUID serial(Inventory inventory) {
        String text =
                inventory.system()
                        + " "
                        + inventory.generation()
                        + " "
                        + inventory.created()
                        + LockFile.text(inventory.lock());
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void component(
            ObjectNode node, Inventory inventory, LockedLayer layer, LockedPackage one) {
        node.put("type", "library")
                .put("bom-ref", inventory.url(one))
                .put("name", one.name())
                .put("version", one.version());
        node.putArray("hashes").addObject().put("alg", "SHA-256").put("content", one.sha256());
        node.put("purl", inventory.url(one));
        node.putArray("externalReferences")
                .addObject()
                .put("type", "distribution")
                .put("url", one.url());
        ArrayNode properties = node.putArray("properties");
        property(properties, "coppice:layer", layer.layer().name().toLowerCase(Locale.ROOT));
        property(properties, "coppice:source-package", one.source());
        property(properties, "coppice:download-bytes", Long.toString(one.size()));
    }

    private static void property(ArrayNode properties, String name, String value) {
        properties.addObject().put("name", name).put("value", value);
    }
}
