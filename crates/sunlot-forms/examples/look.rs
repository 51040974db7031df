//! tmp
#![allow(warnings)]
#[path = "../../../tests/suite/forms/samples.rs"]
mod samples;
use sunlot_forms::*;
fn main() {
    let read = |p: &str| std::fs::read(format!("/work/forms/assets/fonts/{p}")).unwrap();
    let mut rare = RareFiles::default();
    for s in RareFiles::SLICES { rare = rare.with(s, read(&format!("ui/{}", s.file_name()))); }
    let files = FontFiles { song: read("pdf/song.otf"), title: read("pdf/title.otf"), hei: read("pdf/hei.otf"), fang: read("pdf/fang.otf"), kai: read("pdf/kai.ttf"), mono: read("pdf/mono.otf"), rare };
    let t = std::time::Instant::now();
    let fonts = Fonts::new(&files).unwrap();
    let imprint = Imprint { author: "徐水区气象局".into(), producer: "Sunlot".into(), made: Made { date: (2026,11,20), time: (9,41,0), ahead: 480 }, id: [7;16] };
    let fang = Style::new(Role::Fang, 16.0).leading(28.99).spaced(-0.207);
    let body = |t: &str| Block::from(Paragraph::new(t, fang).align(Align::Justify).first_indent(32.0-0.4));
    let song = Style::new(Role::Song, 10.5);
    let row = |a: &str, b: &str| Row::new(vec![Cell::new(a, song, Align::Centre).ground(0.95), Cell::new(b, song, Align::Left)]);
    let demo = Sheet { title: "示".into(), paper: Paper::OFFICIAL, header: None, footer: None, blocks: vec![
        Paragraph::new("徐水区气象局关于2026年下半年“双随机、一公开”抽查的公告", Style::new(Role::Title, 22.0).leading(34.0)).align(Align::Centre).space(0.0, 28.0).into(),
        body("为规范涉企行政检查，按照《国务院办公厅关于严格规范涉企行政检查的意见》（国办发〔2024〕54号）和《气象部门随机抽查事项清单》，现将有关事项公告如下：抽取时间为2026年11月20日09:30，地点为区行政中心三楼会议室，欢迎人大代表、政协委员、媒体记者和群众到场见证。"),
        Paragraph::new("一、抽查对象", Style::new(Role::Hei, 16.0).leading(28.99)).first_indent(32.0).keep_with_next().into(),
        Paragraph::new("（一）名录库中的全部对象", Style::new(Role::Kai, 16.0).leading(28.99)).first_indent(32.0).keep_with_next().into(),
        body("人名用字：张堃、李喆、王犇、𠅤、𡈽、㐱、𠀀、𪛖、𪜀、𫠝、𬺡、𮯠、䶮、无字\u{30000}。"),
        Table::form(vec![Width::Mm(30.0), Width::Share(1.0)], vec![row("检查方式", "☑实地检查　☐书面检查　□网络监测　☒检验检测　✓采信其他部门结果"), row("生僻字", "张堃 李喆 王犇 𠅤 𡈽 㐱 𠀀 𣿯 𤀀 𧿿 𨀀 𪛖 𪜀 𫜴 𫝀 𫠝 𫠠 𬺡 𬺰 𮯠"), 
          Row::new(vec![Cell::new("签名", song, Align::Centre), Cell::of(vec![Paragraph::of(vec![Span::new("检查人员（签名）：", song), Span::Blank(90.0, song), Span::new("　执法证号：", song), Span::Blank(60.0, song)]).into()])]),
          Row::new(vec![Cell::of(vec![Block::Picture { picture: std::sync::Arc::new(Picture { width: 2, height: 2, coloured: true, dots: vec![255,0,0, 0,255,0, 0,0,255, 0,0,0] }), width: 60.0, height: 30.0, align: Align::Right }]).over(2)])]).into(),
    ]};
    for (name, sheet) in [("demo", demo), ("recovery", samples::recovery().sheet()), ("fingerprint", samples::fingerprint().sheet()), ("fingerprint2", samples::fingerprint_after_replacing().sheet()), ("trail", samples::trail(60).sheet()), ("trail0", samples::trail(0).sheet())] {
        let t = std::time::Instant::now();
        let p = print(&fonts, &sheet, &imprint).unwrap();
        println!("{name}: {} pages {} bytes {:?} {:?}", p.pages, p.bytes.len(), p.problems, t.elapsed());
        std::fs::write(format!("/tmp/paper/{name}.pdf"), p.bytes).unwrap();
    }
}
