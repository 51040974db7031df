//! Who acts. As long as an office has no accounts, it is the user of the operating system, marked as such.

/// Through which shell somebody acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shell {
    /// The console window.
    Console,
    /// The command line.
    Cli,
    /// None: the program does something of itself.
    Program,
}

/// Who acts: through which shell, under which name of the operating system, and by which account once somebody has
/// entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    shell: Shell,
    user: String,
    login: Option<String>,
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
            login: None,
        }
    }

    /// The program itself, for what it does unasked.
    pub(crate) fn program() -> Self {
        Self {
            shell: Shell::Program,
            user: String::new(),
            login: None,
        }
    }

    /// The same place, with this person sitting there.
    pub(crate) fn entered_as(&self, login: &str) -> Self {
        Self {
            login: Some(login.to_owned()),
            ..self.clone()
        }
    }

    /// As it stands in the trail.
    pub(crate) fn in_trail(&self) -> String {
        if let Some(login) = &self.login {
            return account_in_trail(login);
        }
        let prefix = match self.shell {
            Shell::Console => CONSOLE,
            Shell::Cli => CLI,
            Shell::Program => return PROGRAM.to_owned(),
        };
        format!("{prefix}{}", self.user)
    }
}

const CONSOLE: &str = "console:";
const CLI: &str = "cli:";
const PROGRAM: &str = "program";
const ACCOUNT: &str = "account:";

/// An account as it stands in the trail.
pub(crate) fn account_in_trail(login: &str) -> String {
    format!("{ACCOUNT}{login}")
}

/// The login name of an actor of the trail; none for a guest.
pub(crate) fn login_of(actor: &str) -> Option<&str> {
    actor.strip_prefix(ACCOUNT)
}

/// Whoever was not let in, though the office has accounts; none where it was somebody inside.
pub(crate) fn told_at_the_door(actor: &str) -> Option<String> {
    let at_the_command_line = actor
        .strip_prefix(CLI)
        .map(|user| format!("{user}（命令行，没有登录）"));
    at_the_command_line.or_else(|| {
        let user = actor.strip_prefix(CONSOLE)?;
        Some(format!("{user}（没有登录）"))
    })
}

/// A guest of the trail as people read one.
pub(crate) fn told(actor: &str) -> String {
    if let Some(user) = actor.strip_prefix(CLI) {
        format!("{user}（命令行，未设账户）")
    } else if let Some(user) = actor.strip_prefix(CONSOLE) {
        format!("{user}（未设账户）")
    } else if actor == PROGRAM {
        "本程序（自动）".to_owned()
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
