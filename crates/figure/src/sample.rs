//! A sample view, made by hand: the article's program after `foo` has returned.

use view::*;

/// A row without anything special.
fn row(address: u64, size: u64, role: RowRole, name: &str, ty: &str, value: Value) -> RowView {
    RowView {
        address,
        size,
        role,
        holder: Holder::Memory,
        name: name.into(),
        ty: ty.into(),
        value,
        content: Content::Initialized,
        garbage: None,
        changed_from: None,
        pointer: None,
        bytes: vec![],
        elements: vec![],
        hidden_elements: 0,
    }
}

fn code(target: &str, address: u64) -> Option<PointerView> {
    Some(PointerView { address, state: PointerState::Code { target: target.into() } })
}

fn place(line: u32, text: &str, function: &str) -> PlaceView {
    PlaceView {
        file: "memory.c".into(),
        line,
        column: 5,
        length: 1,
        text: text.into(),
        function: Some(function.into()),
    }
}

fn main_frame() -> FrameView {
    let top = 0x3f_ffff_eda0;
    let mut ret = row(top - 8, 8, RowRole::ReturnAddress, "", "", Value::Pointer(0x10190));
    ret.pointer = code("into _start", 0x10190);
    let mut z = row(top - 28, 4, RowRole::Local, "z", "int", Value::Signed(30));
    z.changed_from = Some(None);
    let mut p = row(top - 40, 8, RowRole::Local, "p", "int *", Value::Pointer(top - 20));
    p.pointer = Some(PointerView {
        address: top - 20,
        state: PointerState::Valid { target: "x of main".into() },
    });
    let mut u = row(top - 44, 4, RowRole::Local, "u", "int", Value::Signed(30));
    u.content = Content::Indeterminate;
    u.garbage = Some(Garbage {
        value: Value::Signed(30),
        from: GarbageSource::Object {
            name: "c".into(),
            function: Some("foo".into()),
            place: Some(place(2, "    int c = a + b;", "foo")),
            step: Some(5),
        },
    });
    FrameView {
        function: "main".into(),
        is_library: false,
        is_inlined: false,
        state: FrameState::Running,
        place: Some(place(9, "    int z = foo(x, y);", "main")),
        start: top - 48,
        end: top,
        is_new: false,
        rows: vec![
            ret,
            row(top - 16, 8, RowRole::SavedFramePointer, "", "", Value::Pointer(0)),
            row(top - 20, 4, RowRole::Local, "x", "int", Value::Signed(10)),
            row(top - 24, 4, RowRole::Local, "y", "int", Value::Signed(20)),
            z,
            row(top - 32, 4, RowRole::Padding, "", "", Value::Aggregate),
            p,
            u,
            row(top - 48, 4, RowRole::Padding, "", "", Value::Aggregate),
        ],
    }
}

fn ghost() -> FrameView {
    let top = 0x3f_ffff_ed70;
    let mut ret = row(top - 8, 8, RowRole::ReturnAddress, "", "", Value::Pointer(0x101ec));
    ret.pointer = code("into main, line 9", 0x101ec);
    let mut c = row(top - 20, 4, RowRole::Local, "c", "int", Value::Signed(30));
    c.content = Content::Stale;
    c.garbage = Some(Garbage {
        value: Value::Signed(30),
        from: GarbageSource::Object {
            name: "c".into(),
            function: Some("foo".into()),
            place: Some(place(2, "    int c = a + b;", "foo")),
            step: Some(5),
        },
    });
    let mut b = row(top - 24, 4, RowRole::Parameter, "b", "int", Value::Signed(0));
    b.content = Content::Overwritten;
    FrameView {
        function: "foo".into(),
        is_library: false,
        is_inlined: false,
        state: FrameState::Popped { step: Some(6), just_now: true },
        place: None,
        start: top - 48,
        end: top,
        is_new: false,
        rows: vec![ret, c, b],
    }
}

fn region(
    kind: RegionKind,
    start: u64,
    end: u64,
    flags: &str,
    used: u64,
    limit: u64,
) -> RegionView {
    RegionView {
        kind,
        library: None,
        start,
        end,
        readable: flags.contains('r'),
        writable: flags.contains('w'),
        executable: flags.contains('x'),
        used,
        limit,
        resident_pages: 1,
        contents: vec![NamedSize {
            name: "main".into(),
            address: start,
            size: 48,
            is_library: false,
            place: Some("memory.c:7".into()),
        }],
    }
}

/// The article's program after `foo` has returned.
pub(crate) fn memory() -> MemoryView {
    let layout = LayoutView {
        regions: vec![
            region(RegionKind::Stack, 0x3f_ffff_d000, 0x3f_ffff_f000, "rw", 656, 8 << 20),
            region(RegionKind::Guard, 0x3f_ff7f_e000, 0x3f_ff7f_f000, "", 0, 4096),
            region(RegionKind::Unmapped, 0x14000, 0x3f_ff7f_e000, "", 0, 0),
            region(RegionKind::Heap, 0x14000, 0x14000, "rw", 0, 0),
            region(RegionKind::Data, 0x12000, 0x12010, "rw", 16, 16),
            region(RegionKind::ReadOnlyData, 0x11000, 0x11018, "r", 24, 24),
            region(RegionKind::Code, 0x10000, 0x104b0, "rx", 1200, 1200),
        ],
    };
    MemoryView {
        step: Some(7),
        moment: 321,
        place: Some(place(9, "    int z = foo(x, y);", "main")),
        layout,
        stack: StackView {
            stack_pointer: 0x3f_ffff_ed70,
            frames: vec![main_frame()],
            hidden_frames: 0,
            ghosts: vec![ghost()],
        },
        globals: vec![row(0x12000, 4, RowRole::Static, "counter", "int", Value::Signed(3))],
        heap: HeapView {
            start: 0x14000,
            end: 0x15000,
            chunks: vec![ChunkView {
                header: 0x14000,
                address: 0x14010,
                size: 24,
                chunk_size: 48,
                state: ChunkState::InUse,
                allocated: Some(place(12, "p = malloc(24);", "main")),
                allocated_step: Some(4),
                freed: None,
                freed_step: None,
                content: row(
                    0x14010,
                    24,
                    RowRole::Allocated,
                    "block",
                    "",
                    Value::Bytes(vec![0; 24]),
                ),
                is_changed: true,
            }],
            hidden_chunks: 0,
        },
        code: None,
    }
}
