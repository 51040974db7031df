//! Merged cells among the rows of data: what stands in the first row of them holds for those below, and it is told that it was
//! filled in.

use std::collections::BTreeMap;

use super::header::Area;

/// Fills merged cells down, row after row.
#[derive(Debug)]
pub struct Filler {
    /// Those that are still to come, the next one last.
    waiting: Vec<Area>,
    /// By column, what is being filled and down to which row.
    filling: BTreeMap<usize, (usize, String)>,
}

impl Filler {
    /// For the merged cells of a sheet; those that begin above its first row of data are the header's.
    pub fn new(areas: &[Area], first_row: usize) -> Self {
        let is_data = |area: &&Area| area.top >= first_row && area.bottom > area.top;
        let mut waiting: Vec<Area> = areas.iter().filter(is_data).copied().collect();
        waiting.sort_by_key(|area| (area.top, area.left));
        waiting.reverse();
        Self {
            waiting,
            filling: BTreeMap::new(),
        }
    }

    /// Fills a row; rows come in their order, and none of them has to come. The columns that were filled.
    pub fn fill(&mut self, row: usize, cells: &mut Vec<String>) -> Vec<usize> {
        self.filling.retain(|_, (last, _)| *last >= row);
        let mut filled = Vec::new();
        for (column, (_, text)) in &self.filling {
            if cells.len() <= *column {
                cells.resize(*column + 1, String::new());
            }
            if let Some(cell) = cells.get_mut(*column)
                && cell.is_empty()
            {
                cell.clone_from(text);
                filled.push(*column);
            }
        }
        while let Some(area) = self.waiting.pop_if(|area| area.top <= row) {
            let text = cells.get(area.left).cloned().unwrap_or_default();
            if area.top == row && !text.is_empty() {
                self.filling.insert(area.left, (area.bottom, text));
            }
        }
        filled
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(top: usize, bottom: usize, left: usize, right: usize) -> Area {
        Area {
            top,
            left,
            bottom,
            right,
        }
    }

    #[test]
    fn case_12_a_department_that_spans_rows_is_filled_down_and_told() {
        let mut filler = Filler::new(&[area(2, 4, 0, 0), area(0, 1, 1, 1), area(5, 6, 1, 2)], 2);
        let mut told = Vec::new();
        let rows = [
            (2, ["执法科", "张三", ""]),
            (3, ["", "李四", ""]),
            (4, ["", "王五", ""]),
            (5, ["", "赵六", "甲"]),
            (6, ["", "", ""]),
            (7, ["", "", ""]),
        ];
        for (row, cells) in rows {
            let mut cells: Vec<String> = cells.map(str::to_owned).to_vec();
            let filled = filler.fill(row, &mut cells);
            told.push((cells.join("|"), filled));
        }
        let expected: [(&str, &[usize]); 6] = [
            ("执法科|张三|", &[]),
            ("执法科|李四|", &[0]),
            ("执法科|王五|", &[0]),
            ("|赵六|甲", &[]),
            ("|赵六|", &[1]),
            ("||", &[]),
        ];
        for ((cells, filled), (wanted, columns)) in told.iter().zip(expected) {
            assert_eq!(
                (cells.as_str(), &filled[..]),
                (wanted, columns),
                "what was merged, and nothing else"
            );
        }
    }

    #[test]
    fn case_12_rows_that_are_cut_short_or_left_out_do_not_lose_a_fill() {
        let mut filler = Filler::new(&[area(1, 9, 2, 2)], 1);
        filler.fill(1, &mut vec!["a".to_owned(), String::new(), "执法科".to_owned()]);
        let mut cells = vec!["b".to_owned()];
        assert_eq!(
            filler.fill(8, &mut cells),
            [2],
            "a row that ends before the column, after others left out"
        );
        assert_eq!(cells, ["b", "", "执法科"], "is made long enough");
        assert_eq!(
            filler.fill(10, &mut vec![String::new()]),
            [0; 0],
            "and behind the last row nothing is"
        );
    }
}
