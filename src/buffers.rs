//! Working memory that outlives a document.

use std::any::{Any, TypeId};
use std::cell::RefCell;
use std::collections::{HashMap, HashSet, VecDeque};
use std::fmt;
use std::hash::{BuildHasher, Hash};
use std::ops::{Deref, DerefMut};

/// A collection that can be emptied and filled again without giving its
/// memory back.
///
/// Implemented for `String`, `Vec`, `VecDeque`, `HashMap` and `HashSet`; implement it
/// for a type of your own to lend that from [`Buffers`] too.
///
/// # Example
///
/// ```
/// use copydesk::{Buffers, Reuse};
///
/// #[derive(Default)]
/// struct Lengths(Vec<usize>);
///
/// impl Reuse for Lengths {
///     fn reset(&mut self) {
///         self.0.clear();
///     }
/// }
///
/// let buffers = Buffers::default();
/// buffers.lend::<Lengths>().0.push(7);
/// assert!(buffers.lend::<Lengths>().0.is_empty());
/// ```
pub trait Reuse: Default + Send + 'static {
    /// Empties the value and keeps its capacity.
    fn reset(&mut self);
}

impl Reuse for String {
    fn reset(&mut self) {
        self.clear();
    }
}

impl<T: Send + 'static> Reuse for Vec<T> {
    fn reset(&mut self) {
        self.clear();
    }
}

impl<T: Send + 'static> Reuse for VecDeque<T> {
    fn reset(&mut self) {
        self.clear();
    }
}

impl<K, V, S> Reuse for HashMap<K, V, S>
where
    K: Eq + Hash + Send + 'static,
    V: Send + 'static,
    S: BuildHasher + Default + Send + 'static,
{
    fn reset(&mut self) {
        self.clear();
    }
}

impl<T, S> Reuse for HashSet<T, S>
where
    T: Eq + Hash + Send + 'static,
    S: BuildHasher + Default + Send + 'static,
{
    fn reset(&mut self) {
        self.clear();
    }
}

/// Implements [`Reuse`] for a struct that is emptied field by field. All fields are named,
/// so that none can be forgotten.
macro_rules! reuse_by_fields {
    ($type:ident { $($field:ident),* $(,)? }) => {
        impl $crate::Reuse for $type {
            fn reset(&mut self) {
                let Self { $($field),* } = self;
                $($crate::Reuse::reset($field);)*
            }
        }
    };
}
pub(crate) use reuse_by_fields;

/// A pool of collections that passes borrow while they look at a document.
///
/// A pass that counts words or sorts lines needs memory. Taking it from here
/// instead of from the allocator is what makes cleaning one document after
/// the other free of allocations.
///
/// # Example
///
/// ```
/// use copydesk::Buffers;
///
/// let buffers = Buffers::default();
/// let mut lengths = buffers.lend::<Vec<usize>>();
/// lengths.extend("a few words".split(' ').map(str::len));
/// assert_eq!(*lengths, [1, 3, 5]);
/// // Dropped here, the vector goes back to the pool with its capacity.
/// ```
#[derive(Default)]
pub struct Buffers {
    shelf: RefCell<Shelf>,
}

/// A place for each value that is lent or was.
#[derive(Default)]
struct Shelf {
    places: Vec<Place>,
    /// Behind the place of the last loan. The same passes ask in the same order: what is
    /// asked for next stands there, or not far from there.
    next: usize,
}

/// What is lent and never given back, which is forgotten, leaves its place empty until all
/// are cleared.
struct Place {
    of: TypeId,
    /// Empty as long as it is lent.
    value: Option<Box<dyn Any + Send>>,
}

impl Buffers {
    /// Lends an empty `T`, with the capacity that it had the last time.
    pub fn lend<T: Reuse>(&self) -> Lent<'_, T> {
        let (place, value) = self.take(TypeId::of::<T>());
        let value = value.map_or_else(|| Some(Box::default()), |value| value.downcast().ok());
        Lent { value, place, home: self }
    }

    // One piece of code for all types, which is soon at hand.
    #[inline(never)]
    fn take(&self, of: TypeId) -> (usize, Option<Box<dyn Any + Send>>) {
        let Shelf { places, next } = &mut *self.shelf.borrow_mut();
        let is_one = |at: &usize| places[*at].of == of && places[*at].value.is_some();
        let found = (*next..places.len()).find(is_one).or_else(|| (0..*next).find(is_one));
        let at = found.unwrap_or_else(|| {
            places.push(Place { of, value: None });
            places.len() - 1
        });
        *next = at + 1;
        (at, places[at].value.take())
    }

    #[inline(never)]
    fn give_back(&self, at: usize, of: TypeId, value: Box<dyn Any + Send>) {
        let Shelf { places, .. } = &mut *self.shelf.borrow_mut();
        match places.get_mut(at) {
            Some(place) if place.of == of && place.value.is_none() => place.value = Some(value),
            // All places have been cleared since it was lent.
            _ => places.push(Place { of, value: Some(value) }),
        }
    }

    /// Gives the memory of all that is not lent back.
    pub(crate) fn clear(&self) {
        self.shelf.take();
    }

    /// Lends what these buffers have lent, as it is, for as long as they are there.
    pub(crate) fn lend_on<T: Reuse>(&self, mut lent: Lent<'_, T>) -> Lent<'_, T> {
        debug_assert!(std::ptr::eq(self, lent.home), "it goes back to where it is from");
        Lent { value: lent.value.take(), place: lent.place, home: self }
    }
}

impl fmt::Debug for Buffers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let idle = self.shelf.borrow().places.iter().filter(|place| place.value.is_some()).count();
        f.debug_struct("Buffers").field("idle", &idle).finish()
    }
}

/// A collection on loan from [`Buffers`]; it goes back when it is dropped.
pub struct Lent<'b, T: Reuse> {
    // Empty only while it is being dropped, or lent on.
    value: Option<Box<T>>,
    place: usize,
    home: &'b Buffers,
}

impl<T: Reuse> Deref for Lent<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.value.as_ref().expect("a lent value stays until it is dropped")
    }
}

impl<T: Reuse> DerefMut for Lent<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        self.value.as_mut().expect("a lent value stays until it is dropped")
    }
}

impl<T: Reuse> Drop for Lent<'_, T> {
    fn drop(&mut self) {
        if let Some(mut value) = self.value.take() {
            value.reset();
            self.home.give_back(self.place, TypeId::of::<T>(), value);
        }
    }
}

impl<T: Reuse + fmt::Debug> fmt::Debug for Lent<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_was_lent_comes_back_empty_with_its_capacity() {
        let buffers = Buffers::default();
        let mut first = buffers.lend::<Vec<u32>>();
        first.extend(0..1000);
        let capacity = first.capacity();
        drop(first);
        let again = buffers.lend::<Vec<u32>>();
        assert!(again.is_empty());
        assert_eq!(again.capacity(), capacity);
    }

    #[test]
    fn two_loans_of_one_type_are_two_values() {
        let buffers = Buffers::default();
        let mut a = buffers.lend::<String>();
        let b = buffers.lend::<String>();
        a.push('a');
        assert_eq!((a.as_str(), b.as_str()), ("a", ""));
    }

    #[test]
    fn each_loan_finds_what_was_given_back_in_whatever_order() {
        let buffers = Buffers::default();
        let mut lists = [(); 3].map(|()| buffers.lend::<Vec<u32>>());
        lists.iter_mut().for_each(|list| list.extend(0..1000));
        let text = buffers.lend::<String>();
        drop((text, lists));
        for _ in 0..3 {
            let lists = [(); 3].map(|()| buffers.lend::<Vec<u32>>());
            assert!(lists.iter().all(|list| list.is_empty() && list.capacity() >= 1000));
            drop(buffers.lend::<String>());
        }
        assert_eq!(buffers.shelf.borrow().places.len(), 4);
    }

    #[test]
    fn what_is_lent_when_all_is_cleared_comes_back_too() {
        let buffers = Buffers::default();
        let (first, second) = (buffers.lend::<String>(), buffers.lend::<String>());
        buffers.clear();
        let third = buffers.lend::<String>();
        drop((first, third, second));
        let idle = |buffers: &Buffers| format!("{buffers:?}");
        assert_eq!(idle(&buffers), "Buffers { idle: 3 }");
        buffers.clear();
        assert_eq!(idle(&buffers), "Buffers { idle: 0 }");
    }

    proptest! {
        #[test]
        fn in_whatever_order_each_value_is_lent_or_idle(
            steps in prop::collection::vec((0..9_u8, any::<prop::sample::Index>()), 0..80),
        ) {
            let buffers = Buffers::default();
            let (mut texts, mut lists) = (Vec::new(), Vec::new());
            // How many texts and lists are idle.
            let mut idle = [0_usize; 2];
            for (step, which) in steps {
                match step / 2 {
                    0 => {
                        texts.push(buffers.lend::<String>());
                        idle[0] = idle[0].saturating_sub(1);
                    }
                    1 => {
                        lists.push(buffers.lend::<Vec<u32>>());
                        idle[1] = idle[1].saturating_sub(1);
                    }
                    2 if !texts.is_empty() => {
                        texts.swap_remove(which.index(texts.len()));
                        idle[0] += 1;
                    }
                    3 if !lists.is_empty() => {
                        lists.swap_remove(which.index(lists.len()));
                        idle[1] += 1;
                    }
                    4 => {
                        buffers.clear();
                        idle = [0; 2];
                    }
                    _ => {}
                }
                let all = idle.iter().sum::<usize>();
                prop_assert_eq!(format!("{buffers:?}"), format!("Buffers {{ idle: {all} }}"));
                let places = buffers.shelf.borrow().places.len();
                prop_assert!(places <= all + texts.len() + lists.len());
            }
        }
    }
}
