//! A grant cannot be left: every trick with paths that we know is tried against requests as a hostile guest could
//! make the process send them, and against a directory that is changed while it is used.

use host::Host;
use process::{Answer, Driver, Errno, FileKind, FileRequest, HostPath, OpenOptions, Request};
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

const SECRET: &[u8] = b"nobody may see this";

/// A directory with a grant, a second one that is read-only, and a secret beside them.
struct Place {
    root: PathBuf,
    host: Host,
}

impl Place {
    fn new(name: &str) -> Place {
        let root = std::env::temp_dir().join(format!("cutaway-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        for directory in ["granted/inner", "read-only", "outside"] {
            fs::create_dir_all(root.join(directory)).unwrap();
        }
        fs::write(root.join("outside/secret"), SECRET).unwrap();
        fs::write(root.join("granted/file"), "granted").unwrap();
        fs::write(root.join("read-only/file"), "read-only").unwrap();
        let mut host = Host::default();
        host.grant(&root.join("granted"), false).unwrap();
        host.grant(&root.join("read-only"), true).unwrap();
        Place { root, host }
    }

    fn granted(&self, path: &str) -> PathBuf {
        self.root.join("granted").join(path)
    }

    fn ask(&mut self, request: FileRequest) -> Answer {
        self.host.answer(&Request::File(request))
    }

    /// Everything that a guest can try with a path, to read or to change. Returns the answers.
    fn try_everything(&mut self, path: &[u8]) -> Vec<Answer> {
        let at = || at(0, path);
        let open = |options| FileRequest::Open { at: at(), handle: 1, options, closed: vec![] };
        let read = OpenOptions { read: true, ..Default::default() };
        let write = OpenOptions { write: true, create: Some(0o600), ..Default::default() };
        let requests = [
            FileRequest::Status(at()),
            FileRequest::ReadLink(at()),
            FileRequest::List(at()),
            FileRequest::Load(at()),
            open(read),
            open(write),
            open(OpenOptions { truncate: true, ..write }),
            FileRequest::ReadAt { handle: 1, offset: 0, count_max: 100 },
            FileRequest::WriteAt { handle: 1, offset: 0, bytes: b"overwritten".to_vec() },
            FileRequest::Truncate { handle: 1, size: 0 },
            FileRequest::CreateDirectory { at: at(), mode: 0o777 },
            FileRequest::SymbolicLink { at: at(), target: b"x".to_vec() },
            FileRequest::Rename { from: at(), to: self::at(0, b"stolen") },
            FileRequest::Rename { from: self::at(0, b"file"), to: at() },
            FileRequest::Link { from: at(), to: self::at(0, b"linked") },
            FileRequest::Link { from: self::at(0, b"file"), to: at() },
            FileRequest::SetMode { at: at(), mode: 0o777 },
            FileRequest::SetTimes { at: at(), accessed: Some(Default::default()), modified: None },
            FileRequest::Remove { at: at(), is_directory: false },
            FileRequest::Remove { at: at(), is_directory: true },
        ];
        requests.into_iter().map(|request| self.ask(request)).collect()
    }

    /// Fails if anything outside the grant has changed.
    fn check_outside(&self) {
        assert_eq!(fs::read(self.root.join("outside/secret")).unwrap(), SECRET);
        assert_eq!(fs::read(self.root.join("read-only/file")).unwrap(), b"read-only");
        assert_eq!(names(&self.root.join("outside")), ["secret"]);
        assert_eq!(names(&self.root.join("read-only")), ["file"]);
        assert_eq!(names(&self.root), ["granted", "outside", "read-only"]);
        let mode = fs::metadata(self.root.join("outside")).unwrap().permissions().mode();
        assert_ne!(mode & 0o777, 0o777);
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}

fn at(grant: u32, path: &[u8]) -> HostPath {
    HostPath { grant, path: path.to_vec() }
}

fn names(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn is_refused(answer: &Answer) -> bool {
    matches!(answer, Answer::Error(_))
}

#[test]
fn paths_that_lead_up_or_nowhere_are_refused() {
    let mut place = Place::new("paths");
    let absolute = place.root.join("outside/secret").into_os_string().into_encoded_bytes();
    let long = [b'n'; 5000];
    let deep = b"a/".repeat(3000);
    let paths: [&[u8]; 14] = [
        b"..",
        b"../outside/secret",
        b"inner/../../outside/secret",
        b"./file",
        b"inner/.",
        b"/",
        b"//file",
        b"inner//x",
        b"inner/",
        b"/etc/passwd",
        b"file\0/../../outside/secret",
        &absolute,
        &long,
        &deep,
    ];
    for path in paths {
        let answers = place.try_everything(path);
        let shown = String::from_utf8_lossy(&path[..path.len().min(40)]).into_owned();
        assert!(answers.iter().all(is_refused), "{shown}: {answers:?}");
    }
    place.check_outside();
}

#[test]
fn a_grant_that_there_is_not_is_refused() {
    let mut place = Place::new("number");
    let answer = place.ask(FileRequest::Status(at(2, b"file")));
    assert_eq!(answer, Answer::Error(Errno::NoEntry));
}

#[test]
fn symbolic_links_are_named_and_never_followed() {
    let mut place = Place::new("links");
    symlink("../outside", place.granted("relative")).unwrap();
    symlink(place.root.join("outside"), place.granted("absolute")).unwrap();
    symlink("loop", place.granted("loop")).unwrap();
    symlink("/proc/self/root", place.granted("root")).unwrap();
    symlink("../outside/secret", place.granted("secret")).unwrap();
    for path in ["relative/secret", "absolute/secret", "loop/secret", "root/etc/passwd"] {
        let answers = place.try_everything(path.as_bytes());
        assert!(answers.iter().all(is_refused), "{path}: {answers:?}");
    }
    let Answer::Status(status) = place.ask(FileRequest::Status(at(0, b"secret"))) else {
        panic!("a link can be looked at")
    };
    assert_eq!(status.kind, FileKind::SymbolicLink);
    let target = Answer::Bytes(b"../outside/secret".to_vec());
    assert_eq!(place.ask(FileRequest::ReadLink(at(0, b"secret"))), target);
    for request in [
        FileRequest::Load(at(0, b"secret")),
        FileRequest::SetMode { at: at(0, b"secret"), mode: 0o777 },
    ] {
        assert!(is_refused(&place.ask(request)));
    }
    // Its times are the link's own, and what is removed is the link.
    place.try_everything(b"secret");
    place.check_outside();
}

#[test]
fn nothing_of_a_read_only_grant_changes() {
    let mut place = Place::new("read-only");
    let write = OpenOptions { write: true, ..Default::default() };
    let file = || at(1, b"file");
    let new = || at(1, b"new");
    let requests = [
        FileRequest::Open { at: file(), handle: 1, options: write, closed: vec![] },
        FileRequest::Open {
            at: file(),
            handle: 1,
            options: OpenOptions { read: true, truncate: true, ..Default::default() },
            closed: vec![],
        },
        FileRequest::CreateDirectory { at: new(), mode: 0o777 },
        FileRequest::SymbolicLink { at: new(), target: b"x".to_vec() },
        FileRequest::Remove { at: file(), is_directory: false },
        FileRequest::Rename { from: file(), to: new() },
        FileRequest::Link { from: file(), to: new() },
        FileRequest::SetMode { at: file(), mode: 0 },
        FileRequest::SetTimes { at: file(), accessed: None, modified: None },
    ];
    for request in requests {
        assert_eq!(place.ask(request.clone()), Answer::Error(Errno::ReadOnly), "{request:?}");
    }
    let read = OpenOptions { read: true, ..Default::default() };
    place.ask(FileRequest::Open { at: file(), handle: 1, options: read, closed: vec![] });
    let written = place.ask(FileRequest::WriteAt { handle: 1, offset: 0, bytes: vec![1] });
    assert_eq!(written, Answer::Error(Errno::ReadOnly));
    assert_eq!(place.ask(FileRequest::Load(file())), Answer::Bytes(b"read-only".to_vec()));
    place.check_outside();
}

#[test]
fn names_and_files_do_not_cross_from_one_grant_to_another() {
    let mut place = Place::new("across");
    place.host.grant(&place.root.join("granted/inner"), false).unwrap();
    for request in [
        FileRequest::Rename { from: at(0, b"file"), to: at(2, b"file") },
        FileRequest::Link { from: at(0, b"file"), to: at(2, b"file") },
        FileRequest::Rename { from: at(0, b"file"), to: at(1, b"stolen") },
        FileRequest::Rename { from: at(1, b"file"), to: at(0, b"stolen") },
        FileRequest::Link { from: at(1, b"file"), to: at(0, b"stolen") },
    ] {
        assert!(is_refused(&place.ask(request.clone())), "{request:?}");
    }
    place.check_outside();
}

#[test]
fn special_files_are_not_opened() {
    let mut place = Place::new("special");
    let fifo = place.granted("fifo");
    assert!(std::process::Command::new("mkfifo").arg(&fifo).status().unwrap().success());
    let socket = std::os::unix::net::UnixListener::bind(place.granted("socket")).unwrap();
    place.host.grant(Path::new("/dev"), false).unwrap();
    for at in [at(0, b"fifo"), at(0, b"socket"), at(2, b"zero"), at(2, b"tty"), at(2, b"full")] {
        let read = OpenOptions { read: true, ..Default::default() };
        let open = FileRequest::Open { at: at.clone(), handle: 1, options: read, closed: vec![] };
        assert_eq!(place.ask(open), Answer::Error(Errno::NoDeviceOrAddress), "{at:?}");
        assert!(is_refused(&place.ask(FileRequest::Load(at))));
    }
    drop(socket);
}

#[test]
fn other_processes_are_not_reached_through_proc() {
    let mut place = Place::new("proc");
    place.host.grant(Path::new("/proc"), false).unwrap();
    let own = std::process::id();
    for path in ["self/mem", "self/environ", "self/root/etc/passwd", "self/cwd/Cargo.toml"] {
        let path = path.replace("self", &own.to_string());
        let at = at(2, path.as_bytes());
        let options = OpenOptions { read: true, write: true, ..Default::default() };
        let open = FileRequest::Open { at: at.clone(), handle: 1, options, closed: vec![] };
        assert!(is_refused(&place.ask(open)), "{path}");
        assert!(is_refused(&place.ask(FileRequest::Load(at))), "{path}");
    }
}

#[test]
fn names_are_bytes() {
    let mut place = Place::new("bytes");
    let name = b"\xff\xfe \n\t\x01\x7f";
    let create = OpenOptions { write: true, create: Some(0o644), ..Default::default() };
    let open = FileRequest::Open { at: at(0, name), handle: 7, options: create, closed: vec![] };
    assert!(matches!(place.ask(open), Answer::Status(_)));
    let Answer::Entries(entries) = place.ask(FileRequest::List(at(0, b""))) else {
        panic!("the grant can be listed")
    };
    assert!(entries.iter().any(|entry| entry.name == name));
    assert!(entries.is_sorted());
    let too_long = vec![b'x'; 256];
    assert_eq!(place.ask(FileRequest::Status(at(0, &too_long))), Answer::Error(Errno::NameTooLong));
}

#[test]
fn permission_bits_that_give_rights_away_are_not_set() {
    let mut place = Place::new("mode");
    assert_eq!(place.ask(FileRequest::SetMode { at: at(0, b"file"), mode: 0o6755 }), Answer::Done);
    let mode = fs::metadata(place.granted("file")).unwrap().permissions().mode();
    assert_eq!(mode & 0o7777, 0o755);
}

#[test]
fn a_file_is_read_written_and_closed_by_its_handle() {
    let mut place = Place::new("handle");
    let options = OpenOptions { read: true, write: true, ..Default::default() };
    let open = |closed| FileRequest::Open { at: at(0, b"file"), handle: 9, options, closed };
    assert!(matches!(place.ask(open(vec![])), Answer::Status(_)));
    let write = FileRequest::WriteAt { handle: 9, offset: 7, bytes: b" by the user".to_vec() };
    assert_eq!(place.ask(write), Answer::Count(12));
    let read = FileRequest::ReadAt { handle: 9, offset: 8, count_max: 2 };
    assert_eq!(place.ask(read.clone()), Answer::Bytes(b"by".to_vec()));
    assert_eq!(place.ask(FileRequest::Truncate { handle: 9, size: 3 }), Answer::Done);
    assert_eq!(place.ask(FileRequest::Synchronize(9)), Answer::Done);
    assert_eq!(fs::read(place.granted("file")).unwrap(), b"gra");
    let other = FileRequest::Open { at: at(0, b"inner"), handle: 10, options, closed: vec![9] };
    assert_eq!(place.ask(other), Answer::Error(Errno::IsDirectory));
    assert_eq!(place.ask(read), Answer::Error(Errno::BadDescriptor));
}

/// Somebody on the host exchanges a directory for a link to the outside, again and again, while the guest uses it.
#[test]
fn a_race_with_links_is_not_won() {
    let mut place = Place::new("race");
    fs::write(place.granted("inner/secret"), "harmless").unwrap();
    fs::rename(place.granted("inner"), place.granted("directory")).unwrap();
    symlink("../outside", place.granted("link")).unwrap();
    let is_over = Arc::new(AtomicBool::new(false));
    let exchange = {
        let (directory, link) = (place.granted("directory"), place.granted("link"));
        let (used, is_over) = (place.granted("used"), Arc::clone(&is_over));
        std::thread::spawn(move || {
            while !is_over.load(Ordering::Relaxed) {
                for path in [&directory, &link] {
                    fs::rename(path, &used).unwrap();
                    fs::rename(&used, path).unwrap();
                }
            }
        })
    };
    let mut seen_harmless = 0;
    // On a crowded machine it may take long until each is seen at the right time.
    for round in 0..2_000_000 {
        if round >= 20_000 && seen_harmless > 0 {
            break;
        }
        match place.ask(FileRequest::Load(at(0, b"used/secret"))) {
            Answer::Bytes(bytes) => {
                assert_eq!(bytes, b"harmless", "round {round}");
                seen_harmless += 1;
            }
            answer => assert!(is_refused(&answer)),
        }
        let options = OpenOptions { write: true, truncate: true, ..Default::default() };
        let at = at(0, b"link/secret");
        let _ = place.ask(FileRequest::Open { at, handle: 1, options, closed: vec![] });
    }
    is_over.store(true, Ordering::Relaxed);
    exchange.join().unwrap();
    assert!(seen_harmless > 0, "the race was never run");
    place.check_outside();
}
