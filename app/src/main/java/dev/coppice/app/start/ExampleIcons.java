package dev.coppice.app.start;

import dev.coppice.model.examples.ExampleIcon;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/** The pictures of the examples. */
final class ExampleIcons {

    private ExampleIcons() {}

    static Ikon of(ExampleIcon icon) {
        return switch (icon) {
            case WEB -> MaterialDesignW.WEB;
            case DATABASE -> MaterialDesignD.DATABASE_OUTLINE;
            case CONTAINERS -> MaterialDesignP.PACKAGE_VARIANT_CLOSED;
            case KIOSK -> MaterialDesignM.MONITOR;
            case ROUTER -> MaterialDesignR.ROUTER_NETWORK;
            case DEVELOPMENT -> MaterialDesignC.CODE_TAGS;
            case MONITORING -> MaterialDesignC.CHART_LINE;
            case PROXY -> MaterialDesignL.LOCK_OUTLINE;
            case FILES -> MaterialDesignF.FOLDER_NETWORK_OUTLINE;
            case KUBERNETES -> MaterialDesignK.KUBERNETES;
            case SHIELD -> MaterialDesignS.SHIELD_CHECK_OUTLINE;
            case MINIMAL -> MaterialDesignL.LEAF;
            case EMPTY -> MaterialDesignF.FILE_OUTLINE;
        };
    }
}
