//! What an `epoll` description watches.
//!
//! **Rule**: `man 7 epoll`.

use super::description::DescriptionNumber;
use crate::Errno;
use std::collections::BTreeMap;

// Events, as `poll` and `epoll` name them. **Rule**: Linux `include/uapi/linux/eventpoll.h`.
pub(crate) const POLL_IN: u32 = 0x1;
pub(crate) const POLL_OUT: u32 = 0x4;
pub(crate) const POLL_ERROR: u32 = 0x8;
pub(crate) const POLL_HANGUP: u32 = 0x10;
pub(crate) const POLL_INVALID: u32 = 0x20;
pub(crate) const POLL_READ_HANGUP: u32 = 0x2000;
const EPOLL_ONE_SHOT: u32 = 1 << 30;
const EPOLL_EDGE: u32 = 1 << 31;

/// What is watched: a descriptor, and the description that it stood for.
pub(crate) type Watched = (u32, DescriptionNumber);

/// How often what a watcher waits for has happened to a description: for its readers, and for its writers.
pub(crate) type News = [u64; 2];

/// For what a description is watched.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Interest {
    /// The events, and how they are reported.
    pub(crate) events: u32,
    /// What the program is told with them.
    pub(crate) value: u64,
    /// The news that it was told last.
    told: Option<News>,
    /// Whether it was told once, and that is all it asked for.
    is_spent: bool,
}

impl Interest {
    /// A new one.
    pub(crate) fn new(events: u32, value: u64) -> Interest {
        Interest { events, value, told: None, is_spent: false }
    }

    /// The events to report of those that are there.
    fn report(&self, ready: u32, news: News) -> u32 {
        let is_told = self.events & EPOLL_EDGE != 0 && self.told == Some(news);
        if self.is_spent || is_told { 0 } else { ready & (self.events | POLL_ERROR | POLL_HANGUP) }
    }
}

/// Everything that an `epoll` description watches.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(crate) struct Interests {
    list: BTreeMap<Watched, Interest>,
    /// What was reported last: the next report begins after it, so that nothing starves.
    last: Option<Watched>,
}

impl Interests {
    /// Watches something more.
    pub(crate) fn add(&mut self, watched: Watched, interest: Interest) -> Result<(), Errno> {
        if self.list.contains_key(&watched) {
            return Err(Errno::Exists);
        }
        self.list.insert(watched, interest);
        Ok(())
    }

    /// Watches it for something else.
    pub(crate) fn change(&mut self, watched: Watched, interest: Interest) -> Result<(), Errno> {
        *self.list.get_mut(&watched).ok_or(Errno::NoEntry)? = interest;
        Ok(())
    }

    /// Does not watch it any more.
    pub(crate) fn remove(&mut self, watched: Watched) -> Result<(), Errno> {
        self.list.remove(&watched).map(|_| ()).ok_or(Errno::NoEntry)
    }

    /// Forgets a description that is no more.
    pub(crate) fn forget(&mut self, description: DescriptionNumber) {
        self.list.retain(|(_, watched), _| *watched != description);
    }

    /// What is watched, and for which events.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Watched, u32)> {
        let wanted = |interest: &Interest| match interest.is_spent {
            true => 0,
            false => interest.events | POLL_ERROR | POLL_HANGUP,
        };
        self.list.iter().map(move |(watched, interest)| (*watched, wanted(interest)))
    }

    /// What is to be reported, with the program's value, at most so many; `state` gives the events that are there, and the news.
    pub(crate) fn ready(
        &self,
        count_max: usize,
        state: impl Fn(DescriptionNumber) -> (u32, News),
    ) -> Vec<(Watched, u32, u64)> {
        let after = self.list.iter().filter(|(watched, _)| Some(**watched) > self.last);
        let before = self.list.iter().filter(|(watched, _)| Some(**watched) <= self.last);
        let reports = after.chain(before).filter_map(|(watched, interest)| {
            let (ready, news) = state(watched.1);
            let events = interest.report(ready, news);
            (events != 0).then_some((*watched, events, interest.value))
        });
        reports.take(count_max).collect()
    }

    /// It was reported.
    pub(crate) fn told(&mut self, watched: Watched, news: News) {
        if let Some(interest) = self.list.get_mut(&watched) {
            interest.told = Some(news);
            interest.is_spent = interest.events & EPOLL_ONE_SHOT != 0;
        }
        self.last = Some(watched);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(interests: &mut Interests, state: (u32, News)) -> Vec<u64> {
        let ready = interests.ready(1, |_| state);
        ready.iter().for_each(|(watched, ..)| interests.told(*watched, state.1));
        ready.iter().map(|(.., value)| *value).collect()
    }

    #[test]
    fn a_level_is_reported_always_and_an_edge_once() {
        let mut interests = Interests::default();
        interests.add((3, 30), Interest::new(POLL_IN, 1)).unwrap();
        assert_eq!(interests.add((3, 30), Interest::new(POLL_IN, 1)), Err(Errno::Exists));
        let ready = (POLL_IN, [1, 0]);
        assert_eq!(report(&mut interests, ready), [1]);
        assert_eq!(report(&mut interests, ready), [1]);
        interests.change((3, 30), Interest::new(POLL_IN | EPOLL_EDGE, 2)).unwrap();
        assert_eq!(report(&mut interests, ready), [2]);
        assert!(report(&mut interests, ready).is_empty());
        assert_eq!(report(&mut interests, (POLL_IN, [2, 0])), [2]);
        assert!(report(&mut interests, (POLL_OUT, [3, 0])).is_empty());
    }

    #[test]
    fn one_shot_is_once_until_it_is_armed_again() {
        let mut interests = Interests::default();
        let interest = Interest::new(POLL_IN | EPOLL_ONE_SHOT, 1);
        interests.add((3, 30), interest).unwrap();
        assert_eq!(report(&mut interests, (POLL_HANGUP, [0; 2])), [1]);
        assert!(report(&mut interests, (POLL_IN, [1, 0])).is_empty());
        interests.change((3, 30), interest).unwrap();
        assert_eq!(report(&mut interests, (POLL_IN, [1, 0])), [1]);
        interests.forget(30);
        assert_eq!(interests.remove((3, 30)), Err(Errno::NoEntry));
    }

    #[test]
    fn nothing_starves() {
        let mut interests = Interests::default();
        for number in 0..3 {
            interests.add((number, 9), Interest::new(POLL_IN, number.into())).unwrap();
        }
        let told: Vec<u64> =
            (0..4).flat_map(|_| report(&mut interests, (POLL_IN, [0; 2]))).collect();
        assert_eq!(told, [0, 1, 2, 0]);
    }
}
