package dev.coppice.app.compose.form.input;

import dev.coppice.model.region.Keyboards;
import dev.coppice.model.region.Locales;
import dev.coppice.model.region.Named;
import dev.coppice.model.region.TimeZones;
import dev.coppice.model.rules.known.Known;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YamlPath;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Knows what can be chosen where: tables of the world, and names from the document itself. */
public final class Catalogue {

    /** Groups that Debian has from the start, and what they let their members do. */
    private static final List<Offer> USUAL_GROUPS =
            List.of(
                    new Offer("sudo", "may become root"),
                    new Offer("adm", "may read logs"),
                    new Offer("systemd-journal", "may read the journal"),
                    new Offer("docker", "may run containers, as good as root"),
                    new Offer("audio", "sound"),
                    new Offer("video", "screen and cameras"),
                    new Offer("render", "graphics processor"),
                    new Offer("input", "keyboards and mice"),
                    new Offer("dialout", "serial ports"),
                    new Offer("plugdev", "removable disks"),
                    new Offer("netdev", "network settings"),
                    new Offer("kvm", "virtual machines"),
                    new Offer("lpadmin", "printers"),
                    new Offer("www-data", "web server"),
                    new Offer("users", ""));

    private final List<Offer> zones =
            new TimeZones().all().stream().map(zone -> new Offer(zone, offset(zone))).toList();
    private final List<Offer> locales = offers(new Locales().all());
    private final Keyboards keyboards = new Keyboards();
    private final List<Offer> layouts = offers(keyboards.layouts());
    private final Known known = new Known();

    /** What can be chosen for a value. */
    public Offers of(Site site) {
        return switch (site.field().type()) {
            case FieldType.Int number when number.isPort() -> Offers.of(PortNames::all);
            case FieldType.Text text -> of(site, text.shape(), text.suggestions());
            default -> Offers.none();
        };
    }

    /** What can be chosen for the key of an entry. */
    public Offers ofKey(Site map, FieldType.EntryKey key) {
        return of(map, key.shape(), key.suggestions());
    }

    private Offers of(Site site, Shape shape, List<String> usual) {
        return switch (shape) {
            case TIMEZONE -> Offers.of(() -> zones);
            case LOCALE -> Offers.of(() -> locales);
            case KEYBOARD -> Offers.of(() -> layouts);
            case KEYBOARD_WORD -> Offers.of(() -> keyboardWords(site));
            case KEYBOARD_OPTION -> Offers.of(() -> offers(keyboards.options()));
            case PORT_OR_RANGE -> Offers.of(PortNames::all);
            case USER_NAME, RUN_AS -> names(site, usual);
            case UNIT_NAME -> with(usual, () -> units(site));
            case PLAIN_NAME ->
                    site.field().isItem()
                            ? with(List.of(), () -> site.texts("containers", "name"))
                            : Offers.none();
            case PACKAGE -> new PackageOffers(site.tools(), usual);
            case INTERFACE ->
                    with(usual, () -> site.keys(YamlPath.of("network").key("interfaces")));
            case PROJECT_PATH -> new ProjectPaths(site.tools(), path -> true);
            case INCLUDE_PATH -> new ProjectPaths(site.tools(), path -> path.matches(".*\\.ya?ml"));
            default -> usual.isEmpty() ? Offers.none() : with(usual, List::of);
        };
    }

    /** The name of a user or group that is there; a new one has nothing to choose from. */
    private static Offers names(Site site, List<String> usual) {
        String path = site.field().path();
        if (path.endsWith("[].name")) {
            return Offers.none();
        }
        if (path.endsWith("groups[]") || path.endsWith("group")) {
            return Offers.of(() -> groups(site));
        }
        var own = new ArrayList<>(usual);
        own.add("root");
        return with(own, () -> site.texts("users", "name"));
    }

    private static List<Offer> groups(Site site) {
        var groups = new LinkedHashMap<String, Offer>();
        site.texts("groups", "name")
                .forEach(name -> groups.put(name, new Offer(name, "of this spec")));
        USUAL_GROUPS.forEach(usual -> groups.putIfAbsent(usual.value(), usual));
        return List.copyOf(groups.values());
    }

    private List<String> units(Site site) {
        return Stream.of(
                        site.texts("units", "name").stream(),
                        site.texts("timers", "name").stream().map(name -> name + ".timer"),
                        site.texts("containers", "name").stream(),
                        site.keys(YamlPath.of("services")).stream(),
                        packageUnits(site).stream())
                .flatMap(each -> each)
                .toList();
    }

    /** What packages bring; an instance of a template has no name of its own. */
    private List<String> packageUnits(Site site) {
        List<String> listed = site.values("packages");
        Set<String> installed =
                site.tools()
                        .packages()
                        .index()
                        .map(index -> index.withDependencies(listed))
                        .orElseGet(() -> Set.copyOf(listed));
        return known.units().of(installed).stream().filter(u -> !u.contains("@")).toList();
    }

    private List<Offer> keyboardWords(Site site) {
        if (site.field().key().equals("keyboardModel")) {
            return offers(keyboards.models());
        }
        String layout = site.text(YamlPath.of("keyboard")).orElse("us");
        return offers(keyboards.variants(layout));
    }

    /** Values of the document first, then the usual ones, each once. */
    private static Offers with(List<String> usual, Supplier<List<String>> own) {
        return Offers.of(
                () -> {
                    Set<String> all = new LinkedHashSet<>(own.get());
                    all.addAll(usual);
                    return all.stream().map(Offer::new).toList();
                });
    }

    private static List<Offer> offers(List<Named> table) {
        return table.stream().map(each -> new Offer(each.value(), each.title())).toList();
    }

    private static String offset(String zone) {
        String now = ZoneId.of(zone).getRules().getOffset(Instant.now()).getId();
        return now.equals("Z") ? "UTC" : "UTC" + now;
    }
}
