//! Working memory that outlives a document.

use std::any::{Any, TypeId};
use std::cell::RefCell;
use std::collections::{HashMap, HashSet, VecDeque};
use std::fmt;
use std::hash::{BuildHasher, BuildHasherDefault, Hash};
use std::ops::{Deref, DerefMut};

use crate::hashed::Passthrough;

/// A collection that can be emptied and filled again without giving its
/// memory back.
///
/// Implemented for `String`, `Vec`, `VecDeque`, `HashMap` and `HashSet`; implement it for
/// a type of your own to lend that from [`Buffers`] too.
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
    idle: RefCell<Idle>,
}

/// What is not lent, by its type, which is a hash already.
type Idle = HashMap<TypeId, Vec<Box<dyn Any + Send>>, BuildHasherDefault<Passthrough>>;

impl Buffers {
    /// Lends an empty `T`, with the capacity that it had the last time.
    pub fn lend<T: Reuse>(&self) -> Lent<'_, T> {
        let value = match self.take(TypeId::of::<T>()) {
            Some(value) => value.downcast().ok(),
            None => Some(Box::default()),
        };
        Lent { value, home: self }
    }

    // One piece of code for all types, which is soon at hand. The last first: the
    // same loans find the same memory.
    #[inline(never)]
    fn take(&self, of: TypeId) -> Option<Box<dyn Any + Send>> {
        self.idle.borrow_mut().get_mut(&of).and_then(Vec::pop)
    }

    #[inline(never)]
    fn give_back(&self, of: TypeId, value: Box<dyn Any + Send>) {
        self.idle.borrow_mut().entry(of).or_default().push(value);
    }

    /// Gives the memory of all that is not lent back.
    pub(crate) fn clear(&self) {
        self.idle.take();
    }

    /// Lends what was lent before and [detached](Lent::detach), as it is.
    pub(crate) fn attach<T: Reuse>(&self, value: Box<T>) -> Lent<'_, T> {
        Lent { value: Some(value), home: self }
    }
}

impl fmt::Debug for Buffers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let idle: usize = self.idle.borrow().values().map(Vec::len).sum();
        f.debug_struct("Buffers").field("idle", &idle).finish()
    }
}

/// A collection on loan from [`Buffers`]; it goes back when it is dropped.
pub struct Lent<'b, T: Reuse> {
    // Empty only while it is being dropped.
    value: Option<Box<T>>,
    home: &'b Buffers,
}

impl<T: Reuse> Lent<'_, T> {
    /// The value, which does not go back.
    pub(crate) fn detach(mut self) -> Box<T> {
        self.value.take().expect("a lent value stays until it is dropped")
    }
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
            self.home.give_back(TypeId::of::<T>(), value);
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
}
