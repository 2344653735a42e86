package dev.coppice.model.export;

/** Writes a spec as the files of another system. Pure and total. */
public interface Exporter {

    /** The word that people type: {@code nixos}. */
    String id();

    /** The system's name: {@code NixOS}. */
    String title();

    /** One sentence: what is written, and what it is for. */
    String summary();

    /** What becomes of each field of the spec. */
    SupportTable support();

    /** Writes the files. */
    ExportResult export(ExportInput input);
}
