//! Who may come into a draw of a task later: everybody who may inspect for it today, lent ones among them.

use sunlot_draw::Text;
use sunlot_draw::amendment::Colleague;
use sunlot_store::Connection;

use super::people::People;
use crate::{Desk, Result};

impl Desk {
    /// Everybody who may inspect for a task today, as a draw knows them.
    pub(crate) fn colleagues(&self, office: &Connection, task: i64) -> Result<Vec<Colleague>> {
        let held = self.pool_with_crews(office, task)?;
        let people = People::read(office, Some(task), &held.source.document)?;
        let all = people.eligible.iter().filter_map(|at| people.all.get(*at));
        let text = |words: &str| Text::new(words.to_owned());
        let colleague = |person: &super::people::Person| {
            let skills: Option<Vec<Text>> = person.skills.iter().map(|skill| text(skill)).collect();
            Some(Colleague {
                dept: text(&person.dept)?,
                id: person.id.clone(),
                name: text(&person.name)?,
                skills: skills?,
            })
        };
        Ok(all.filter_map(colleague).collect())
    }
}
