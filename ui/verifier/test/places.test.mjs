// @ts-check
// Paths of a reason in words, as a reader of the page gets them.
import { describe, expect, it } from 'vitest'
import { pathText } from '../engine/findings.mjs'
import { placeWords } from '../page/words/places.mjs'
import { vector, vectorNames } from './vectors.mjs'

/**
 * Every path of a value.
 * @param {unknown} value
 * @param {(string | number)[]} path
 * @returns {string[]}
 */
function pathsOf(value, path) {
  if (typeof value !== 'object' || value === null) return [pathText(path)]
  const inner = Object.entries(value).flatMap(([key, child]) =>
    pathsOf(child, [...path, Array.isArray(value) ? Number(key) : key]),
  )
  return [pathText(path), ...inner]
}

describe('a place in a file', () => {
  it.each([
    ['文件', '文件'],
    ['record', '记录'],
    ['record.manifest', '封存的内容'],
    ['record.manifest.strata[0].targets[3].id', '第 1 层第 4 个参加对象的代码'],
    ['record.manifest.strata[1].targets[0]', '第 2 层第 1 个参加对象'],
    ['record.manifest.strata[0].rule.bp', '第 1 层的抽取规则的比例'],
    ['record.manifest.strata', '分层'],
    ['record.manifest.exclusions[4].reason', '排除名单第 5 条的理由'],
    ['record.manifest.inspectors[2].skills[0]', '检查人员名单第 3 人第 1 项技能'],
    ['record.manifest.recusals[0].number', '回避名单第 1 条的号码'],
    ['record.contributions[1]', '2 号席位的见证数'],
    ['record.contributions', '见证数'],
    ['record.result.selected', '抽中名单'],
    ['record.result.selected[6].crew', '抽中名单第 7 行的检查组'],
    ['record.result', '摇号结果'],
    ['record.void.at', '作废说明的时间'],
    ['amendments[0].digest', '第 1 条变更的摘要'],
    ['amendments[1].inspector.skills[1]', '第 2 条变更的检查人员第 2 项技能'],
    ['standing[9].crew[1]', '在列名单第 10 行的检查组第 2 席'],
    ['signatures[0].sig', '第 1 个签名的签名值'],
    ['surprise', '文件里的“surprise”'],
    ['record.surprise', '记录里的“surprise”'],
    ['record.manifest.surprise.digest', '封存的内容里的“surprise”'],
    ['record.manifest.toString', '封存的内容里的“toString”'],
    ['record.manifest.strata[0].targets[1].region', '第 1 层第 2 个参加对象里的“region”'],
    ['record.manifest.ext.a.b[0].c', '单位附注里的内容'],
    ['record.manifest.ext["x y"]', '单位附注里的内容'],
    ['record["digest"].standing[0]', '记录里写错的键名'],
    ['["a"].record.manifest', '文件里写错的键名'],
  ])('%s is %s', (path, words) => {
    expect(placeWords(path)).toBe(words)
  })

  it('has a name in every file, but for what offices add', () => {
    const names = vectorNames(/^0[1-9]-.*\.(record|signed|sealed-edition)\.json$/)
    const paths = new Set(names.flatMap((name) => pathsOf(vector(name), [])))
    const nameless = [...paths].filter((path) => /里的“|写错|^$/.test(placeWords(path)))
    expect(nameless.filter((path) => !/targets\[\d+\]\.region$/.test(path))).toEqual([])
  })
})
