package dev.coppice.model.region;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** The time zones of the tz database that a place stands for. */
public final class TimeZones {

    /** Zones by region and city, and Etc/UTC first. */
    public List<String> all() {
        return Stream.concat(
                        Stream.of("Etc/UTC"),
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(
                                        zone ->
                                                zone.matches(
                                                        "(Africa|America|Antarctica|Arctic|Asia"
                                                            + "|Atlantic|Australia|Europe|Indian"
                                                            + "|Pacific)/.*"))
                                .sorted())
                .toList();
    }
}
