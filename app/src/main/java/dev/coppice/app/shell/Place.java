package dev.coppice.app.shell;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The places of the rail, in its order. */
public enum Place {
    COMPOSE("Compose", MaterialDesignT.TEXT_BOX_OUTLINE),
    BUILD("Build", MaterialDesignH.HAMMER),
    PREVIEW("Preview", MaterialDesignM.MONITOR),
    GENERATIONS("Generations", MaterialDesignS.SOURCE_BRANCH),
    COMPARE("Compare", MaterialDesignC.COMPARE_HORIZONTAL),
    EXPORT("Export", MaterialDesignE.EXPORT_VARIANT);

    private final String label;
    private final Ikon icon;

    Place(String label, Ikon icon) {
        this.label = label;
        this.icon = icon;
    }

    public String label() {
        return label;
    }

    public Ikon icon() {
        return icon;
    }
}
