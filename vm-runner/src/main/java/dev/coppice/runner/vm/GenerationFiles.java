package dev.coppice.runner.vm;

import dev.coppice.model.spec.SystemSpec;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.LayerRef;

import java.io.IOException;
import java.nio.file.Path;

/** Where a machine finds what a generation is made of. */
public interface GenerationFiles {

    /** The kernel that QEMU loads. */
    Path kernel(Generation generation) throws IOException;

    /** The small early user space that stacks the layers. */
    Path initrd(Generation generation) throws IOException;

    /** The image of one layer. */
    Path layer(Generation generation, LayerRef layer) throws IOException;

    /** What the generation's text means: its machine, its checks, its kernel settings. */
    SystemSpec spec(Generation generation) throws IOException;
}
