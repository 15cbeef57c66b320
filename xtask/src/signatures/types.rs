//! Random types and their values.

use std::fmt::Write;

/// How many structs and unions one program has.
const RECORD_COUNT: usize = 10;

/// Numbers by chance, the same for a seed (xorshift64).
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Random {
        Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `limit`.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % limit
    }
}

/// A scalar type: what it is called, how a value of it is written, and whether it is what the default argument
/// promotions leave (C17 6.5.2.2p6). Floating types are more frequent than in programs.
struct Scalar {
    name: &'static str,
    style: Style,
    is_promoted: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Integer,
    Floating(&'static str),
    /// Of floating parts, with that suffix.
    Complex(&'static str),
    ComplexInteger,
    Pointer,
}

const SCALARS: [Scalar; 24] = [
    Scalar::new("float", Style::Floating("f"), false),
    Scalar::new("float", Style::Floating("f"), false),
    Scalar::new("float", Style::Floating("f"), false),
    Scalar::new("double", Style::Floating(""), true),
    Scalar::new("double", Style::Floating(""), true),
    Scalar::new("double", Style::Floating(""), true),
    Scalar::new("long double", Style::Floating("L"), true),
    Scalar::new("float _Complex", Style::Complex("f"), true),
    Scalar::new("float _Complex", Style::Complex("f"), true),
    Scalar::new("double _Complex", Style::Complex(""), true),
    Scalar::new("double _Complex", Style::Complex(""), true),
    Scalar::new("long double _Complex", Style::Complex("L"), true),
    Scalar::new("int _Complex", Style::ComplexInteger, true),
    Scalar::new("char", Style::Integer, false),
    Scalar::new("signed char", Style::Integer, false),
    Scalar::new("short", Style::Integer, false),
    Scalar::new("unsigned short", Style::Integer, false),
    Scalar::new("int", Style::Integer, true),
    Scalar::new("unsigned", Style::Integer, true),
    Scalar::new("long", Style::Integer, true),
    Scalar::new("unsigned long", Style::Integer, true),
    Scalar::new("__int128", Style::Integer, true),
    Scalar::new("unsigned __int128", Style::Integer, true),
    Scalar::new("char *", Style::Pointer, true),
];

impl Scalar {
    const fn new(name: &'static str, style: Style, is_promoted: bool) -> Scalar {
        Scalar { name, style, is_promoted }
    }
}

/// A type, by its index in a table.
#[derive(Clone, Copy)]
pub(super) enum Type {
    Scalar(usize),
    Record(usize),
}

impl Type {
    /// As it is written before a name.
    pub(super) fn name(self) -> String {
        match self {
            Type::Scalar(index) => SCALARS[index].name.to_string(),
            Type::Record(index) => format!("R{index}"),
        }
    }

    /// Whether an argument of that type stays what it is without a prototype.
    pub(super) fn is_promoted(self) -> bool {
        match self {
            Type::Scalar(index) => SCALARS[index].is_promoted,
            Type::Record(_) => true,
        }
    }
}

struct Member {
    ty: Type,
    /// The length of an array.
    length: Option<usize>,
    /// The width of a bit-field.
    width: Option<usize>,
    /// Whether it has a name, as all but some bit-fields have.
    is_named: bool,
}

/// A struct or union.
struct Record {
    is_union: bool,
    members: Vec<Member>,
}

/// The structs and unions of a program; each may contain those before it.
pub(super) struct Types {
    records: Vec<Record>,
}

impl Types {
    pub(super) fn random(random: &mut Random) -> Types {
        let mut types = Types { records: vec![] };
        for _ in 0..RECORD_COUNT {
            let is_union = random.below(6) == 0;
            // One without members is of GNU C. The psABI looks through those that are members; GCC 12 only through structs.
            let count = [usize::from(is_union), 1, 1, 2, 2, 2, 2, 3][random.below(8)];
            let mut members: Vec<Member> = (0..count).map(|_| types.member(random)).collect();
            if let Some(first) = members.first_mut() {
                first.is_named = true;
            }
            types.records.push(Record { is_union, members });
        }
        types
    }

    fn member(&self, random: &mut Random) -> Member {
        let ty = self.pick(random, 5);
        let is_integer =
            matches!(ty, Type::Scalar(index) if SCALARS[index].style == Style::Integer);
        let width = (is_integer && random.below(4) == 0).then(|| 1 + random.below(7));
        let length = (width.is_none() && random.below(5) == 0).then(|| 1 + random.below(2));
        let is_named = width.is_none() || random.below(4) > 0;
        Member { ty, length, width, is_named }
    }

    /// A type; one in `one_in` is a struct or union, if there are any.
    pub(super) fn pick(&self, random: &mut Random, one_in: usize) -> Type {
        match self.records.len() {
            count if count > 0 && random.below(one_in) == 0 => Type::Record(random.below(count)),
            _ => Type::Scalar(random.below(SCALARS.len())),
        }
    }

    /// The definitions, in C.
    pub(super) fn definitions(&self) -> String {
        let mut text = String::new();
        for (index, record) in self.records.iter().enumerate() {
            let keyword = if record.is_union { "union" } else { "struct" };
            let _ = write!(text, "typedef {keyword} {{");
            for (number, member) in record.members.iter().enumerate() {
                let length = member.length.map_or(String::new(), |length| format!("[{length}]"));
                let width = member.width.map_or(String::new(), |width| format!(" : {width}"));
                let name = if member.is_named { format!("m{number}") } else { String::new() };
                let _ = write!(text, " {} {name}{length}{width};", member.ty.name());
            }
            let _ = writeln!(text, " }} R{index};");
        }
        text
    }

    /// The scalars of a value with the name `path`, each with a value of its own. Of a union that is its first member.
    pub(super) fn leaves(&self, ty: Type, path: &str, seed: &mut Random) -> Vec<(String, String)> {
        match ty {
            Type::Scalar(index) => vec![(path.to_string(), literal(&SCALARS[index], None, seed))],
            Type::Record(index) => {
                let record = &self.records[index];
                let count = if record.is_union { 1 } else { usize::MAX };
                let members = record.members.iter().take(count).enumerate();
                let of_member = |(number, member): (usize, &Member)| {
                    self.leaves_of_member(member, &format!("{path}.m{number}"), seed)
                };
                members.flat_map(of_member).collect()
            }
        }
    }

    fn leaves_of_member(
        &self,
        member: &Member,
        path: &str,
        seed: &mut Random,
    ) -> Vec<(String, String)> {
        match (member.ty, member.length) {
            _ if !member.is_named => vec![],
            (Type::Scalar(index), None) => {
                vec![(path.to_string(), literal(&SCALARS[index], member.width, seed))]
            }
            (ty, None) => self.leaves(ty, path, seed),
            (ty, Some(length)) => (0..length)
                .flat_map(|index| self.leaves(ty, &format!("{path}[{index}]"), seed))
                .collect(),
        }
    }
}

/// A value of a scalar type that every one of its representations holds exactly.
fn literal(scalar: &Scalar, width: Option<usize>, seed: &mut Random) -> String {
    let number = seed.below(1 << 20);
    match (scalar.style, scalar.name) {
        // A signed bit-field of one bit holds 0 and -1.
        (Style::Integer, _) if width.is_some_and(|width| width < 2) => "0".into(),
        (Style::Integer, _) if width.is_some() => {
            (number % (1 << (width.unwrap_or(2) - 1))).to_string()
        }
        (Style::Integer, "char") => (number % 256).to_string(),
        (Style::Integer, "signed char") => (number as i64 % 256 - 128).to_string(),
        (Style::Integer, "short") => (number as i64 % 65536 - 32768).to_string(),
        (Style::Integer, "unsigned short") => (number % 65536).to_string(),
        (Style::Integer, "int") => (number as i64 * 3900 - 2_000_000_000).to_string(),
        (Style::Integer, "unsigned") => format!("{}u", number * 4000),
        (Style::Integer, "long") => {
            format!("{}l", number as i64 * 4_000_000_000_000 - 2_000_000_000_000_000_000)
        }
        (Style::Integer, "__int128" | "unsigned __int128") => {
            format!("({}){}ul * {}ul", scalar.name, number * 16_000_000_000_000, u64::MAX - 58)
        }
        (Style::Integer, _) => format!("{}ul", number * 16_000_000_000_000),
        (Style::Floating(suffix), _) => floating(number) + suffix,
        (Style::Complex(suffix), _) => {
            let imaginary = floating(seed.below(1 << 20));
            format!("({}{suffix} + {imaginary}{suffix}i)", floating(number))
        }
        (Style::ComplexInteger, _) => format!("({number} - {}i)", seed.below(1 << 20)),
        (Style::Pointer, _) => format!("(char *){}", number * 1000),
    }
}

/// A number of few digits.
fn floating(number: usize) -> String {
    format!("{}.{}", number as i64 - 500_000, ["0", "25", "5", "75"][number % 4])
}
