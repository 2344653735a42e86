package dev.coppice.model.spec;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Time, language and the machine's own keyboard and screen.
 *
 * @param timezone a name of the tz database, {@code Etc/UTC} by default
 * @param locale a locale name such as {@code en_GB.UTF-8}; {@code C.UTF-8} by default
 * @param keyboard an XKB layout name such as {@code gb}; {@code us} by default
 * @param locales more locales that programs may use
 * @param localeSettings single categories of locale(7) that differ from {@code locale}, by name
 * @param console the console's keyboard, font and login
 * @param ntp absent: the clock is left alone
 */
public record Region(
        String timezone,
        String locale,
        String keyboard,
        List<String> locales,
        SortedMap<String, String> localeSettings,
        Console console,
        Optional<Ntp> ntp) {

    public Region {
        locales = List.copyOf(locales);
        localeSettings = Collections.unmodifiableSortedMap(new TreeMap<>(localeSettings));
    }

    /** A region without anything beyond time zone, locale and keyboard. */
    public static Region of(String timezone, String locale, String keyboard) {
        return new Region(
                timezone,
                locale,
                keyboard,
                List.of(),
                new TreeMap<>(),
                Console.plain(),
                Optional.empty());
    }

    /**
     * The text console (keyboard(5), console-setup(5)).
     *
     * @param keyboardModel an XKB model, {@code pc105}
     * @param keyboardVariant an XKB variant of the layout, {@code nodeadkeys}
     * @param keyboardOptions XKB options, {@code ctrl:nocaps}
     * @param fontFace a face of console-setup, {@code Terminus}
     * @param fontSize its size, {@code 16} or {@code 16x32}
     * @param autologin the user who is logged in on the first console without a password
     */
    public record Console(
            Optional<String> keyboardModel,
            Optional<String> keyboardVariant,
            List<String> keyboardOptions,
            Optional<String> fontFace,
            Optional<String> fontSize,
            Optional<String> autologin) {

        public Console {
            keyboardOptions = List.copyOf(keyboardOptions);
        }

        /** The distribution's own console. */
        public static Console plain() {
            return new Console(
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /**
     * The clock and the network (systemd-timesyncd.service(8)).
     *
     * @param enabled whether the clock follows time servers
     * @param servers host names or addresses; the distribution's own when empty
     */
    public record Ntp(boolean enabled, List<String> servers) {

        public Ntp {
            servers = List.copyOf(servers);
        }
    }
}
