// The twelve checks in words for somebody who has never heard of them. What they find is the engine's business; nothing
// is decided here.

/** Each: what it is called, what it recomputes, what a failure means, and what to do about one that was left out. */
export const CHECKS = {
  format: {
    title: '文件格式',
    does: '按公布的格式把文件从头到尾读一遍：不缺项、不重项、没有看不见的字符，不该密封的没有密封。',
    failed: '文件的写法不合规定，可能被别的软件改存过，也可能有人动过。',
  },
  manifest: {
    title: '名单与规则',
    does: '名单有没有重复、次序对不对；每一层应抽几户，按写明的比例和户数重新算；每个席位是否都有见证数。',
    failed: '名单或抽取数与写明的规则对不上。',
  },
  commitment: {
    title: '封存码',
    does: '用名单、规则、席位和电脑的密数重新算封存码。封存以后哪怕改一个字，这里就不符。',
    failed: '封存以后，名单、规则、席位或密数有改动。',
  },
  seed: {
    title: '种子',
    does: '用封存码、密数和全部见证数重新算种子。后面抽谁、派谁都由种子决定。',
    failed: '种子不是由文件里的密数和见证数得来的。',
  },
  selection: {
    title: '抽取结果',
    does: '用种子把每一层重新摇一遍，逐行核对抽中的和候补的。',
    failed: '名单上的结果不是这次摇号摇出来的。',
  },
  crews: {
    title: '检查组',
    does: '用种子给每一户重新派检查人员，逐组核对。',
    failed: '检查组不是按公布的办法派出来的。',
  },
  digest: {
    title: '记录摘要',
    does: '把整份记录重新算成一串摘要。下一次摇号会写上它，所以事后改旧记录会露出来。',
    failed: '记录写成以后又有改动。',
  },
  amendments: {
    title: '事后变更',
    does: '逐条核对变更的摘要、时间先后、是否允许，再推出现在在列的名单，与文件写的比。',
    failed: '变更不合规定，或者现在的名单不是由这些变更得来的。',
  },
  signatures: {
    title: '电子签名',
    does: '用文件里的本站公钥，验记录和每一条变更的签名。',
    failed: '签名不成立，或者该签的没有签。',
  },
  station: {
    title: '本站指纹',
    does: '文件里的公钥，是不是您填写的那个本站指纹。',
    failed: '文件不是由您所填指纹的那台电脑签发的，或者指纹填错了。',
    skipped: '在“对照纸面”里填上单位张贴的本站指纹，就会核对。',
  },
  sheet: {
    title: '纸面内容',
    does: '封存码、质询数、见证数，与您从纸上抄来的是否一致。',
    failed: '文件与您手里的纸不一致。先看是否抄错；确实不同，以纸面为准。',
    skipped: '在“对照纸面”里填上封存单或见证卡上的内容，就会核对。',
  },
  chain: {
    title: '前后相接',
    does: '同一单位的几份记录是否一次接一次：序号连续、摘要相接、次数不漏，前面的变更都有交代。',
    failed: '几份记录接不上：可能缺了一份，也可能有一份被换过。',
    skipped: '把同一单位前后几次的公开文件一起放进来，就会核对。',
  },
}

/** What the terms of the format mean, for whoever has never opened such a file. */
export const PLAIN = {
  键重复: '同一项写了两次',
  不认识的键: '多出了规定里没有的一项',
  缺少这个键: '少了这一项',
  '键名只能是字母开头的 1 至 32 位字母和数字': '这一项的名称写得不合规定',
  '嵌套超过 16 层': '一层套一层，套得太深',
  '密封的叶只能有 leaf 一个键': '密封的一条里只能有摘要，不能再有别的',
  这里的叶不得密封: '检查人员和回避名单不许密封',
  抽中或曾在列的对象不得密封: '抽中过的对象必须公开名称',
  '有不成对的代理码，或数大得读不出，读到这里为止': '这里有写坏的字或大得离谱的数，后面没有再读',
}

export const STATUS = { pass: '相符', fail: '不符', stuck: '无从重算', skipped: '未核' }

/** What each notice means for the reader, in one or two sentences. */
export const NOTICES = {
  'no-witness': '没有人在现场出数，这次摇号是否公正只能相信这台电脑。',
  'few-digits': '见证数太短时，有可能被人逐个试过。位数越多越稳妥，20 位以上为宜。',
  'lost-secret': '电脑的密数丢了，这次封存永远无法重算，只能按作废看待，并请单位说明原因。',
  'hidden-result': '作废时有的见证数没有公开，看不到本来会抽中谁。请留意作废的理由。',
  unsigned: '文件没有签名，内容相符，但看不出是哪台电脑出的。',
  'unpinned-station': '还没有对照单位张贴的本站指纹。别处也能做出一份自身相符的文件，请对照后再下结论。',
  'sealed-leaves':
    '没抽中的对象或排除名单只给出摘要，看不到名字；改动照样会被查出。被密封的单位可以向办理单位索要自己的那一条。',
  'unfilled-slots': '有的检查组缺人，通常是合适的人不够或都已回避。',
  amended: '摇号以后名单有过变更。每一条的理由、时间和经手人列在“结果与变更”里。',
  borrowed: '有检查人员不在封存的名单里，是后来指名借调的。',
  recused: '抽中的对象有检查人员依规回避，没有派给他们。',
  attempt: '同一项任务此前已经摇过。请查前几次为什么作废或重摇，最好把那几份文件一起放进来核验。',
  'tiny-pool': '可选的对象或人员太少，结果几乎是定下来的，谈不上随机。',
  rehearsal: '这份文件只是演练，不能当作正式结果。',
}
