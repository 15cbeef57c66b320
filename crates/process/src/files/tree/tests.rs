//! Tests of the file system in memory.

use super::*;

const NOW: Timestamp = Timestamp { seconds: 7, nanoseconds: 0 };

fn tree() -> Tree {
    Tree::new(4 * FILE_PAGE_SIZE, 6, NOW)
}

fn birth() -> Birth {
    Tree::birth(0o644, NOW)
}

fn file(tree: &mut Tree, at: InodeNumber, name: &str) -> Result<InodeNumber, Errno> {
    tree.create(at, name.as_bytes(), Content::Regular(Bytes::default()), birth())
}

#[test]
fn names_are_made_and_removed_and_counted() {
    let mut tree = tree();
    let home = tree.create_directory(ROOT, b"home", birth()).unwrap();
    assert_eq!(tree.get(ROOT).unwrap().links, 3);
    let one = file(&mut tree, home, "one").unwrap();
    assert_eq!(file(&mut tree, home, "one"), Err(Errno::Exists));
    tree.link(one, ROOT, b"also", NOW).unwrap();
    assert_eq!(tree.get(one).unwrap().links, 2);
    assert_eq!(tree.link(home, ROOT, b"loop", NOW), Err(Errno::NotPermitted));
    assert_eq!(tree.remove_directory(ROOT, b"home", NOW), Err(Errno::NotEmpty));
    assert_eq!(tree.unlink(ROOT, b"home", NOW), Err(Errno::IsDirectory));
    tree.unlink(home, b"one", NOW).unwrap();
    tree.remove_directory(ROOT, b"home", NOW).unwrap();
    assert_eq!(tree.lookup(ROOT, b"also"), Ok(one));
    assert_eq!(tree.remove_directory(ROOT, b"also", NOW), Err(Errno::NotDirectory));
    assert_eq!(tree.get(ROOT).unwrap().links, 2);
    assert_eq!(tree.get(home).err(), Some(Errno::NoEntry));
}

#[test]
fn an_open_file_outlives_its_name() {
    let mut tree = tree();
    let one = file(&mut tree, ROOT, "one").unwrap();
    tree.open(one);
    tree.write(one, 0, b"kept", NOW).unwrap();
    tree.unlink(ROOT, b"one", NOW).unwrap();
    assert_eq!(tree.bytes(one).unwrap().read(0, 9), b"kept");
    assert_eq!(tree.space()[0], (4, 3));
    tree.close(one);
    assert_eq!(tree.bytes(one), Err(Errno::NoEntry));
    assert_eq!(tree.space(), [(4, 4), (6, 5)]);
}

#[test]
fn there_are_only_so_many_bytes_and_files() {
    let mut tree = tree();
    let one = file(&mut tree, ROOT, "one").unwrap();
    let page = FILE_PAGE_SIZE as usize;
    assert_eq!(tree.write(one, 10, &vec![1; 5 * page], NOW), Ok(4 * FILE_PAGE_SIZE - 10));
    assert!(tree.is_full);
    assert_eq!(tree.write(one, 4 * FILE_PAGE_SIZE, b"x", NOW), Err(Errno::NoSpace));
    assert_eq!(tree.write(one, 0, b"x", NOW), Ok(1));
    assert_eq!(tree.write(one, OFFSET_MAX, b"x", NOW), Err(Errno::FileTooLarge));
    tree.set_size(one, 1 << 40, NOW).unwrap();
    tree.set_size(one, 3, NOW).unwrap();
    assert_eq!(tree.space()[0], (4, 3));
    for name in ["two", "three", "four", "five"] {
        file(&mut tree, ROOT, name).unwrap();
    }
    assert_eq!(file(&mut tree, ROOT, "six"), Err(Errno::NoSpace));
}

#[test]
fn what_is_made_with_bytes_is_counted() {
    let mut tree = tree();
    let link = Content::SymbolicLink(vec![b'x'; 100]);
    tree.create(ROOT, b"link", link, birth()).unwrap();
    let bytes = Content::Regular(vec![1; 5000][..].into());
    let made = tree.create(ROOT, b"made", bytes.clone(), birth()).unwrap();
    assert_eq!(tree.space()[0], (4, 1));
    assert_eq!(tree.create(ROOT, b"more", bytes, birth()), Err(Errno::NoSpace));
    tree.set_size(made, 0, NOW).unwrap();
    tree.unlink(ROOT, b"link", NOW).unwrap();
    assert_eq!(tree.space()[0], (4, 4));
}

#[test]
fn a_rename_replaces_what_it_may() {
    let mut tree = Tree::new(1 << 20, 100, NOW);
    let a = tree.create_directory(ROOT, b"a", birth()).unwrap();
    let b = tree.create_directory(a, b"b", birth()).unwrap();
    let one = file(&mut tree, b, "one").unwrap();
    file(&mut tree, ROOT, "two").unwrap();
    assert_eq!(tree.rename((ROOT, b"a"), (b, b"a"), NOW), Err(Errno::Invalid));
    assert_eq!(tree.rename((ROOT, b"two"), (a, b"b"), NOW), Err(Errno::IsDirectory));
    assert_eq!(tree.rename((a, b"b"), (ROOT, b"two"), NOW), Err(Errno::NotDirectory));
    assert_eq!(tree.rename((ROOT, b"none"), (ROOT, b"x"), NOW), Err(Errno::NoEntry));
    tree.rename((b, b"one"), (ROOT, b"two"), NOW).unwrap();
    assert_eq!(tree.lookup(ROOT, b"two"), Ok(one));
    tree.rename((a, b"b"), (ROOT, b"b"), NOW).unwrap();
    assert_eq!(tree.name_of(b), Ok((ROOT, &b"b"[..])));
    assert_eq!(tree.get(a).unwrap().links, 2);
    assert_eq!(tree.get(ROOT).unwrap().links, 4);
    tree.exchange((ROOT, b"b"), (ROOT, b"two"), NOW).unwrap();
    assert_eq!((tree.lookup(ROOT, b"two"), tree.lookup(ROOT, b"b")), (Ok(b), Ok(one)));
    assert_eq!(tree.get(ROOT).unwrap().links, 4);
}

#[test]
fn nothing_is_made_in_a_directory_that_was_removed() {
    let mut tree = tree();
    let gone = tree.create_directory(ROOT, b"gone", birth()).unwrap();
    tree.open(gone);
    tree.remove_directory(ROOT, b"gone", NOW).unwrap();
    assert_eq!(file(&mut tree, gone, "one"), Err(Errno::NoEntry));
    assert_eq!(tree.name_of(gone), Err(Errno::NoEntry));
}
