//! Who acts. As long as an office has no accounts, it is the user of the operating system, marked as such.

/// Through which shell somebody acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shell {
    /// The console window.
    Console,
    /// The command line.
    Cli,
}

/// Somebody without an account: the shell and the name that the operating system gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    shell: Shell,
    user: String,
}

impl Actor {
    /// Whoever is logged in on this computer.
    pub fn of_this_computer(shell: Shell) -> Self {
        let user = whoami::username().unwrap_or_default();
        Self::named(shell, if user.is_empty() { "unknown" } else { &user })
    }

    /// Somebody with this name.
    pub fn named(shell: Shell, user: &str) -> Self {
        Self {
            shell,
            user: user.to_owned(),
        }
    }

    /// As it stands in the trail.
    pub(crate) fn in_trail(&self) -> String {
        let prefix = match self.shell {
            Shell::Console => CONSOLE,
            Shell::Cli => CLI,
        };
        format!("{prefix}{}", self.user)
    }
}

const CONSOLE: &str = "console:";
const CLI: &str = "cli:";

/// An actor of the trail as people read it.
pub(crate) fn told(actor: &str) -> String {
    if let Some(user) = actor.strip_prefix(CLI) {
        format!("{user}（命令行，未设账户）")
    } else if let Some(user) = actor.strip_prefix(CONSOLE) {
        format!("{user}（未设账户）")
    } else {
        actor.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_no_account_is_marked_wherever_the_name_is_read() {
        let lina = Actor::named(Shell::Cli, "lina");
        assert_eq!(
            lina.in_trail(),
            "cli:lina",
            "the trail keeps shell and user apart"
        );
        assert_eq!(
            told(&lina.in_trail()),
            "lina（命令行，未设账户）",
            "a reader sees at once that nobody logged in"
        );
        assert_eq!(
            told("console:lina"),
            "lina（未设账户）",
            "the window is where people usually are"
        );
    }
}
