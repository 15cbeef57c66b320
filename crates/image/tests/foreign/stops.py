# Run inside gdb: goes through the program and writes down what gdb sees at some stops.
# Lines: `r PC X0 ... X31`, `x F0 ... F31`, `m ADDRESS BYTES`, `f PC SP` for frames from the innermost,
# `v FRAME NAME BYTES` for their variables; `s` begins a stop. All numbers in hexadecimal.
import os
import struct
import gdb

SCALARS = (gdb.TYPE_CODE_INT, gdb.TYPE_CODE_ENUM, gdb.TYPE_CODE_PTR, gdb.TYPE_CODE_CHAR,
           gdb.TYPE_CODE_BOOL)

# In the order of their numbers.
FLOATS = (["ft%d" % index for index in range(8)] + ["fs0", "fs1"] + ["fa%d" % index for index in range(8)]
          + ["fs%d" % index for index in range(2, 12)] + ["ft%d" % index for index in range(8, 12)])

out = open("stops.txt", "w")
inferior = gdb.selected_inferior()


def number(value):
    return int(value) & (1 << 64) - 1


def memory(address, size):
    try:
        return bytes(inferior.read_memory(address, size))
    except gdb.MemoryError:
        return None


def contents(value):
    """The bytes of a variable; `?` where gdb has no simple way to tell them."""
    ty = value.type.strip_typedefs()
    try:
        if value.is_optimized_out:
            return "out"
        if ty.code in SCALARS:
            return (int(value) % (1 << 8 * ty.sizeof)).to_bytes(ty.sizeof, "little").hex()
        if value.address is not None:
            return memory(int(value.address), ty.sizeof).hex() or "?"
    except (gdb.error, TypeError, AttributeError) as error:
        return "out" if "optimized out" in str(error) else "?"
    return "?"


def variables(level, frame):
    seen = set()
    block = frame.block()
    while block is not None:
        for symbol in block:
            if (symbol.is_variable or symbol.is_argument) and symbol.name not in seen:
                seen.add(symbol.name)
                if symbol.addr_class != gdb.SYMBOL_LOC_STATIC:
                    print("v", level, symbol.name, contents(symbol.value(frame)), file=out)
        if block.function is not None:
            break
        block = block.superblock


def stop():
    frame = gdb.newest_frame()
    registers = [number(frame.read_register("x%d" % index)) for index in range(1, 32)]
    floats = [frame.read_register(name)["double"] for name in FLOATS]
    print("s", file=out)
    print("x", *(struct.pack(">d", float(it)).hex() for it in floats), file=out)
    print("r", *("%x" % it for it in [number(frame.pc()), 0] + registers), file=out)
    stack = (registers[1] & -16) - 1024
    size = 0
    while size < 16384 and memory(stack + size, 512):
        size += 512
    print("m %x %s" % (stack, memory(stack, size).hex()), file=out)
    level = 0
    while frame is not None:
        if frame.type() != gdb.INLINE_FRAME:
            print("f %x %x" % (number(frame.pc()), number(frame.read_register("sp"))), file=out)
            if frame.find_sal().symtab and "shapes." in frame.find_sal().symtab.filename:
                try:
                    variables(level, frame)
                except RuntimeError:
                    pass
            level += 1
        frame = frame.older()


gdb.execute("set pagination off")
gdb.execute("set confirm off")
gdb.execute("set print entry-values no")
gdb.execute("target remote localhost:" + os.environ["STOPS_PORT"])
gdb.execute("tbreak " + os.environ["STOPS_FUNCTION"])
gdb.execute("continue", to_string=True)
for _ in range(int(os.environ["STOPS_COUNT"])):
    stop()
    gdb.execute("stepi " + os.environ["STOPS_STRIDE"], to_string=True)
    if not inferior.threads():
        break
out.close()
gdb.execute("kill")
