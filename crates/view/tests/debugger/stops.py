# Run inside gdb: stops wherever a statement of the user's begins, and writes down what gdb sees there.
# `s` begins a stop; `f PC SP NAME` is a frame, from the innermost; `v FRAME NAME ADDRESS BYTES` a variable of it, its
# bytes `out` when it is optimized out and `?` when gdb has no simple way to tell them. Numbers are hexadecimal.
import os
import gdb

SCALARS = (gdb.TYPE_CODE_INT, gdb.TYPE_CODE_ENUM, gdb.TYPE_CODE_PTR, gdb.TYPE_CODE_CHAR, gdb.TYPE_CODE_BOOL)
REFERENCES = (gdb.TYPE_CODE_REF, gdb.TYPE_CODE_RVALUE_REF)

out = open("stops.txt", "w")
inferior = gdb.selected_inferior()


def number(value):
    return int(value) & (1 << 64) - 1


def little_endian(value, size):
    return (int(value) % (1 << 8 * size)).to_bytes(size, "little").hex()


def contents(value):
    ty = value.type.strip_typedefs()
    try:
        if value.is_optimized_out:
            return 0, "out"
        if ty.code in REFERENCES:
            return 0, little_endian(value.referenced_value().address, 8)
        address = 0 if value.address is None else number(value.address)
        if ty.code in SCALARS:
            return address, little_endian(value, ty.sizeof)
        if address:
            return address, bytes(inferior.read_memory(address, ty.sizeof)).hex() or "?"
    except (gdb.error, TypeError, AttributeError) as error:
        return 0, "out" if "optimized out" in str(error) else "?"
    return 0, "?"


def variables(level, frame):
    seen = set()
    block = frame.block()
    while block is not None:
        for symbol in block:
            if (symbol.is_variable or symbol.is_argument) and symbol.name not in seen:
                seen.add(symbol.name)
                if symbol.addr_class != gdb.SYMBOL_LOC_STATIC:
                    print("v %d %s %x %s" % (level, symbol.name, *contents(symbol.value(frame))), file=out)
        if block.function is not None:
            break
        block = block.superblock


def stop():
    print("s", file=out)
    frame = gdb.newest_frame()
    level = 0
    # Behind a frame that the kernel made for a signal is the C library, of which gdb knows little.
    while frame is not None and frame.type() != gdb.SIGTRAMP_FRAME:
        if frame.type() == gdb.NORMAL_FRAME:
            sp = number(frame.read_register("sp"))
            print("f %x %x %s" % (number(frame.pc()), sp, frame.name() or "?"), file=out)
            try:
                variables(level, frame)
            except RuntimeError:
                pass
            level += 1
        frame = frame.older()


gdb.execute("set pagination off")
gdb.execute("set confirm off")
gdb.execute("set print entry-values no")
gdb.execute("handle all nostop noprint pass", to_string=True)
gdb.execute("target remote localhost:" + os.environ["STOPS_PORT"])
for place in open("places.txt").read().split():
    gdb.execute("break *0x" + place, to_string=True)
for _ in range(int(os.environ["STOPS_COUNT"])):
    gdb.execute("continue", to_string=True)
    if not inferior.threads():
        break
    stop()
out.close()
gdb.execute("kill")
