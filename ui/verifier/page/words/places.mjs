// Where in a file something is wrong, in words: `record.manifest.strata[0].targets[3].id` is the code of the fourth target of
// the first stratum. What is wrong there is the engine's to say.

const LOT = { stratum: { name: '层号' }, number: { name: '号码' } }
const PERSON = {
  id: { name: '编号' },
  name: { name: '姓名' },
  dept: { name: '部门' },
  skills: { name: '技能', each: (n) => `第 ${n} 项技能` },
}
const TARGET = {
  id: { name: '代码' },
  name: { name: '名称' },
  reason: { name: '理由' },
  salt: { name: '随机盐' },
  leaf: { name: '密封摘要' },
}
const CREW = { name: '检查组', each: (n) => `检查组第 ${n} 席` }

const MANIFEST = {
  protocol: { name: '协议版本' },
  drawId: { name: '记录编号' },
  task: { name: '任务编号' },
  sequence: { name: '序号' },
  previous: { name: '上一次记录的摘要' },
  attempt: { name: '本任务第几次' },
  basis: { name: '所依据的记录' },
  amended: {
    name: '前几次变更的摘要',
    each: (n) => `前几次变更第 ${n} 项`,
    of: { sequence: { name: '序号' }, digest: { name: '摘要' } },
  },
  station: { name: '本站公钥' },
  office: { name: '单位', of: { code: { name: '代码' }, name: { name: '名称' } } },
  title: { name: '标题' },
  createdAt: { name: '封存时间' },
  seats: {
    name: '见证席位',
    each: (n) => `${n} 号席位`,
    of: { role: { name: '身份' }, alias: { name: '代称' } },
  },
  challenge: { name: '质询数' },
  items: {
    name: '抽查事项',
    each: (n) => `第 ${n} 个抽查事项`,
    of: { code: { name: '代码' }, name: { name: '名称' } },
  },
  strata: {
    name: '分层',
    each: (n) => `第 ${n} 层`,
    of: {
      key: { name: '层号' },
      label: { name: '名称' },
      items: { name: '抽查事项', each: (n) => `第 ${n} 个抽查事项` },
      rule: {
        name: '抽取规则',
        of: {
          kind: { name: '种类' },
          bp: { name: '比例' },
          rounding: { name: '取整办法' },
          min: { name: '最少户数' },
          max: { name: '最多户数' },
          n: { name: '户数' },
        },
      },
      quota: { name: '应抽数' },
      reserve: { name: '候补数' },
      slots: {
        name: '检查组席位',
        each: (n) => `检查组第 ${n} 席`,
        of: { role: { name: '职责' }, dept: { name: '部门要求' }, skill: { name: '技能要求' } },
      },
      targets: { name: '参加对象', each: (n) => `第 ${n} 个参加对象`, of: TARGET },
    },
  },
  exclusions: { name: '排除名单', each: (n) => `排除名单第 ${n} 条`, of: TARGET },
  inspectors: {
    name: '检查人员名单',
    each: (n) => `检查人员名单第 ${n} 人`,
    of: { ...PERSON, salt: TARGET.salt, leaf: TARGET.leaf },
  },
  recusals: {
    name: '回避名单',
    each: (n) => `回避名单第 ${n} 条`,
    of: {
      ...LOT,
      inspector: { name: '检查人员' },
      reason: TARGET.reason,
      salt: TARGET.salt,
      leaf: TARGET.leaf,
    },
  },
  crew: { name: '派人规则', of: { cap: { name: '每人户数上限' }, balance: { name: '是否均衡' } } },
  ext: { name: '单位附注', open: true },
}

const RECORD = {
  protocol: { name: '协议版本' },
  outcome: { name: '结局' },
  manifest: { name: '', alone: '封存的内容', of: MANIFEST },
  commitment: { name: '封存码' },
  secret: { name: '电脑的密数' },
  contributions: { name: '见证数', each: (n) => `${n} 号席位的见证数` },
  seed: { name: '种子' },
  result: {
    name: '',
    alone: '摇号结果',
    of: {
      selected: { name: '抽中名单', each: (n) => `抽中名单第 ${n} 行`, of: { ...LOT, crew: CREW } },
      reserves: { name: '候补名单', each: (n) => `候补名单第 ${n} 行`, of: LOT },
    },
  },
  void: {
    name: '作废说明',
    of: {
      reason: { name: '理由' },
      stage: { name: '阶段' },
      by: { name: '经手人', each: (n) => `第 ${n} 个经手人` },
      at: { name: '时间' },
    },
  },
  ceremony: { name: '现场情况', open: true },
}

const FILE = {
  record: { name: '', alone: '记录', of: RECORD },
  digest: { name: '记录摘要' },
  amendments: {
    name: '变更',
    each: (n) => `第 ${n} 条变更`,
    of: {
      ...LOT,
      kind: { name: '种类' },
      replace: { name: '是否递补' },
      inspector: { name: '检查人员', of: PERSON },
      of: { name: '所撤回的条号' },
      reason: { name: '理由' },
      at: { name: '时间' },
      by: { name: '经手人', each: (n) => `第 ${n} 个经手人` },
      digest: { name: '摘要' },
    },
  },
  standing: { name: '在列名单', each: (n) => `在列名单第 ${n} 行`, of: { ...LOT, crew: CREW } },
  signatures: {
    name: '签名',
    each: (n) => `第 ${n} 个签名`,
    of: {
      alg: { name: '算法' },
      publicKey: { name: '公钥' },
      of: { name: '所签的摘要' },
      sig: { name: '签名值' },
    },
  },
}

const WHOLE = { alone: '文件', of: FILE }

/** A key, a place in a list, or the beginning of a key that had to be quoted. */
const PART = /\.?([A-Za-z][A-Za-z0-9]*)|\[(\d+)\]|\["/y

/**
 * @param {string} path as a reason writes it
 * @returns {string}
 */
export function placeWords(path) {
  const names = []
  let node = WHOLE
  const here = () => joined(names) || node.alone
  PART.lastIndex = 0
  while (path !== '文件' && PART.lastIndex < path.length) {
    const [, key, place] = PART.exec(path) ?? []
    if (place !== undefined && node.each) names[names.length - 1] = node.each(Number(place) + 1)
    else if (node.open) return `${here()}里的内容`
    // Behind a quoted key anything may stand that looks like a path.
    else if (key === undefined) return `${here()}里写错的键名`
    else if (!hasMember(node.of, key)) return `${here()}里的“${key}”`
    else {
      node = node.of[key]
      names.push(node.name)
    }
  }
  return here()
}

function hasMember(members, key) {
  return members !== undefined && Object.prototype.hasOwnProperty.call(members, key)
}

/** Between two counted things nothing is missing; before a name there is a particle. */
function joined(names) {
  return names
    .filter((name) => name !== '')
    .reduce((text, name) => (text === '' || name.startsWith('第') ? text + name : `${text}的${name}`), '')
}
