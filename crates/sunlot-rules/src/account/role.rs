//! Roles, and which of them one person may hold. A small office has two people: then one prepares and administers, and
//! the other watches.

/// What somebody may do in the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Prepares and runs draws, keeps the registries.
    Handler,
    /// Confirms what may not be done alone, reads everything, changes nothing.
    Supervisor,
    /// Keeps accounts, settings and backups; draws nothing.
    Administrator,
    /// Looks.
    Reader,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Handler, Self::Supervisor, Self::Administrator, Self::Reader];
}

/// Why somebody may not hold these roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RolesFault {
    /// Everybody has a role.
    None,
    /// Whoever watches does nothing else, or would watch themselves.
    SupervisorAlone,
    /// Who may do more may look anyway.
    ReaderAlone,
}

/// Whether one person may hold these roles together.
pub fn check(roles: &[Role]) -> Result<(), RolesFault> {
    let holds = |role| roles.contains(&role);
    let others = |role| roles.iter().any(|other| *other != role);
    match () {
        () if roles.is_empty() => Err(RolesFault::None),
        () if holds(Role::Supervisor) && others(Role::Supervisor) => Err(RolesFault::SupervisorAlone),
        () if holds(Role::Reader) && others(Role::Reader) => Err(RolesFault::ReaderAlone),
        () => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Role::{Administrator, Handler, Reader, Supervisor};

    #[test]
    fn two_people_are_enough_for_an_office() {
        assert_eq!(check(&[Handler, Administrator]), Ok(()), "one works");
        assert_eq!(check(&[Supervisor]), Ok(()), "the other watches");
    }

    #[test]
    fn nobody_watches_over_themselves() {
        for other in [Handler, Administrator, Reader] {
            assert_eq!(
                check(&[Supervisor, other]),
                Err(RolesFault::SupervisorAlone),
                "{other:?} and the one who confirms it are two people"
            );
        }
        assert_eq!(
            check(&[]),
            Err(RolesFault::None),
            "without a role nobody can do anything"
        );
        assert_eq!(
            check(&[Reader, Handler]),
            Err(RolesFault::ReaderAlone),
            "one of the two says nothing"
        );
        for role in Role::ALL {
            assert_eq!(check(&[role]), Ok(()), "{role:?} alone is always possible");
        }
    }
}
