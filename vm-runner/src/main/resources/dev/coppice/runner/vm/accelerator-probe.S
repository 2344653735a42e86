# The boot sector that Coppice runs to learn whether an accelerator really works.
#
# It does in small what a kernel does first: enters long mode with paging, takes timer interrupts
# while halted, and then runs 2^25 rounds of plain arithmetic. An accelerator that emulates every
# instruction reaches the arithmetic but needs a minute for it; a broken one never gets there.
# Success: 0x20 is written to the isa-debug-exit device at port 0xf4 (QEMU ends with 0x41).
#
# as --64 accelerator-probe.S -o p.o
# ld -m elf_x86_64 -Ttext 0x7c00 --oformat binary p.o -o accelerator-probe.bin
        .code16
        .globl  _start
_start: cli
        xor     %ax, %ax
        mov     %ax, %ds
        mov     %ax, %es
        mov     %ax, %ss
        mov     $0x7c00, %sp
        cld
        # Page tables at 0x1000: the first 2 MiB, seen at 0 and at -512 GiB; IDT at 0x4000.
        mov     $0x1000, %di
        xor     %eax, %eax
        mov     $0x1000, %cx
        rep stosl
        movl    $0x2003, 0x1000
        movl    $0x2003, 0x1ff8
        movl    $0x3003, 0x2000
        movl    $0x83, 0x3000
        # One gate: vector 0x20, the timer.
        movw    $timer, 0x4200
        movw    $8, 0x4202
        movw    $0x8e00, 0x4204
        lgdt    gdtr
        lidt    idtr
        mov     %cr4, %eax
        or      $0x20, %al
        mov     %eax, %cr4
        mov     $0x1000, %eax
        mov     %eax, %cr3
        mov     $0xc0000080, %ecx
        rdmsr
        or      $0x1, %ah
        wrmsr
        mov     %cr0, %eax
        or      $0x80000001, %eax
        mov     %eax, %cr0
        ljmp    $8, $long

        .code64
long:   mov     $0x10, %ax
        mov     %ax, %ds
        mov     %ax, %es
        mov     %ax, %ss
        mov     $0xffffff8000007c00, %rsp
        # Interrupt controller: vectors from 0x20, only the timer is let through.
        mov     $0x11, %al
        out     %al, $0x20
        mov     $0x20, %al
        out     %al, $0x21
        mov     $0x04, %al
        out     %al, $0x21
        mov     $0x01, %al
        out     %al, $0x21
        mov     $0xfe, %al
        out     %al, $0x21
        mov     $0xff, %al
        out     %al, $0xa1
        # Timer: 1000 ticks a second.
        mov     $0x34, %al
        out     %al, $0x43
        mov     $0xa9, %al
        out     %al, $0x40
        mov     $0x04, %al
        out     %al, $0x40
        # Wait for three ticks, halted.
        xor     %ebx, %ebx
        sti
tick:   hlt
        cmp     $3, %ebx
        jb      tick
        cli
        # The arithmetic.
        mov     $0x2000000, %ecx
        xor     %eax, %eax
work:   add     %rcx, %rax
        dec     %ecx
        jnz     work
        # The sum of 1..2^25 is 2^24 * (2^25 + 1).
        mov     $0x2000001000000, %rdx
        cmp     %rdx, %rax
        jne     wrong
        mov     $0x20, %al
        jmp     done
wrong:  mov     $0x21, %al
done:   mov     $0xf4, %edx
        out     %al, %dx
stop:   hlt
        jmp     stop

timer:  inc     %ebx
        push    %rax
        mov     $0x20, %al
        out     %al, $0x20
        pop     %rax
        iretq

        .align  8
gdt:    .quad   0, 0x00af9a000000ffff, 0x00af92000000ffff
gdtr:   .word   23
        .long   gdt
idtr:   .word   0x20f
        .long   0x4000
        .org    510
        .word   0xaa55
