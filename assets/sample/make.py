#!/usr/bin/env python3
"""Makes the rosters of the sample office in `rosters/`, always to the same byte.

A county bureau with everything a newcomer brings: 1,200 targets of all kinds in four files of four formats, the changes of
the next month, a year of visits, 18 inspectors of three departments and 12 items. All names and codes are invented; region
139931 does not exist. Needs openpyxl 3.1.5 and xlwt 1.3.0; the tools are those of the fixtures.
"""

import importlib.util
import json
import pathlib
import random

HERE = pathlib.Path(__file__).parent
OUT = HERE / "rosters"
spec = importlib.util.spec_from_file_location("fixtures", HERE.parents[1] / "tests/fixtures/rosters/make.py")
tools = importlib.util.module_from_spec(spec)
spec.loader.exec_module(tools)

REGION = "139931"
dice = random.Random(20261121)
number = 1000

TOWNS = ["安平镇", "清源街道", "大河镇", "柳林镇", "石桥镇", "北关街道", "白塔乡", "王家营乡", "高台镇", "东湖街道"]
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
GIVEN = ["建国", "秀兰", "志强", "桂英", "伟", "芳", "丽", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "霞", "平", "刚", "晓燕", "德顺", "玉梅"]
RARE = ["王㛃", "李𬭎", "张䶮", "陈喆", "刘𬱖", "赵垚"]
WORDS = ["宏达", "瑞丰", "金鼎", "恒泰", "盛世", "华新", "远航", "顺达", "鑫源", "广利", "永兴", "长青", "天和", "百川", "嘉禾", "聚源", "中拓", "启明", "东升", "安泰"]
CLASSES = ["良好"] * 12 + ["一般"] * 6 + ["不良"] * 2
FIRMS = [
    ("危险化学品经营", ["化工有限公司", "气体有限公司", "化工经营部有限公司"], "批发业", "危险化学品", ["重大风险", "较大风险", "一般风险"]),
    ("加油站", ["加油站有限公司", "石油销售有限公司"], "零售业", "危险化学品", ["较大风险", "一般风险"]),
    ("机械制造", ["机械制造有限公司", "金属制品有限公司", "铸造有限公司"], "制造业", "工贸", ["较大风险", "一般风险", "低风险"]),
    ("粮食收购", ["粮油有限公司", "粮食收储有限公司", "米业有限公司"], "批发业", "粮食流通", ["一般风险", "低风险"]),
    ("食品生产", ["食品有限公司", "饮品有限公司"], "制造业", "食品", ["一般风险", "低风险", "低风险"]),
    ("煤炭经营", ["煤炭销售有限公司", "能源有限公司"], "批发业", "煤炭", ["一般风险", "低风险"]),
    ("汽车销售", ["汽车销售有限公司", "汽车贸易有限公司"], "零售业", "汽车", ["低风险"]),
    ("建材", ["建材有限公司", "商贸有限公司"], "零售业", "工贸", ["低风险", "一般风险"]),
]
SHOPS = ["超市", "餐馆", "烟花爆竹专营店", "五金店", "农资店", "汽修店", "粮油店", "小吃店", "液化气站", "饲料店"]


def code(kind):
    global number
    number += 1
    return tools.uscc(REGION, number, kind)


def person():
    return dice.choice(RARE) if dice.random() < 0.02 else dice.choice(SURNAMES) + dice.choice(GIVEN)


def phone():
    if dice.random() < 0.6:
        return f"13{dice.randrange(10)}{dice.randrange(10 ** 8):08d}"
    return f"0399-8{dice.randrange(10 ** 6):06d}"


def day(first, last):
    return f"{dice.randrange(first, last + 1)}-{dice.randrange(1, 13):02d}-{dice.randrange(1, 29):02d}"


def firms(count):
    rows, names = [], set()
    while len(rows) < count:
        trade, ends, industry, tag, risks = dice.choice(FIRMS)
        name = "清源县" + dice.choice(WORDS) + dice.choice(WORDS) + dice.choice(ends)
        if name in names:
            continue
        names.add(name)
        town = dice.choice(TOWNS)
        rows.append({
            "name": name, "code": code("91"), "person": person(), "phone": phone(), "town": town,
            "address": f"河北省示例市清源县{town}{dice.choice(['振兴路', '站前街', '工业园区', '北环路'])}{dice.randrange(1, 200)}号",
            "industry": industry, "nature": "有限责任公司", "founded": day(1998, 2025), "status": "存续",
            "credit": dice.choice(CLASSES), "risk": dice.choice(risks), "tag": tag,
        })
    return rows


def shops(count):
    rows, names = [], set()
    while len(rows) < count:
        town = dice.choice(TOWNS)
        who = person()
        name = f"清源县{town}{dice.choice(SURNAMES)}{dice.choice('记家氏')}{dice.choice(SHOPS)}" if dice.random() < 0.5 else \
            f"清源县{dice.choice(WORDS)}{dice.choice(SHOPS)}（{who}）"
        if name in names:
            continue
        names.add(name)
        rows.append({"name": name, "code": code("92"), "person": who, "phone": phone(), "town": town,
                     "address": f"清源县{town}{dice.choice(['商街', '集贸市场', '东街', '南街'])}{dice.randrange(1, 90)}号",
                     "founded": day(2006, 2025), "status": "开业", "credit": dice.choice(CLASSES)})
    return rows


def enterprises(rows):
    """A workbook out of the upper level's system: title, note, running numbers, page heads, sums; spoilt in the usual ways."""
    head = ["序号", "企业名称", "统一社会信用代码/注册号", "法定代表人", "联系电话", "住所", "乡镇（街道）", "行业", "企业类型",
            "成立日期", "登记状态", "信用类别", "风险等级", "监管领域"]
    table = [["清源县重点监管企业名录"], ["注：请各科室核对，蓝底为必填；数据截至 2026 年 10 月 31 日"], head]
    for place, row in enumerate(rows, 1):
        values = [place, row["name"], row["code"], row["person"], row["phone"], row["address"], row["town"], row["industry"],
                  row["nature"], row["founded"], row["status"], row["credit"], row["risk"], row["tag"]]
        if place % 97 == 0:
            values[9] = row["founded"].replace("-", ".").replace(".0", ".")
        if place % 53 == 0:
            values[1] = row["name"].replace("有限公司", " 有限公司")
        if place % 61 == 0:
            values[2] = "".join(chr(ord(c) + 0xFEE0) for c in row["code"])
        if place % 71 == 0:
            values[2] = row["code"].lower()
        if place % 83 == 0:
            values[11] = {"良好": "A", "一般": "B", "不良": "D"}[row["credit"]]
        if place % 131 == 0:
            values[10] = "注销"
        if place % 173 == 0:
            values[3], values[4] = f"{row['person']}、{person()}", f"{row['phone']}/0399-8600000"
        if place % 139 == 0:
            values[6] = ""
        table.append(values)
        if place % 150 == 0:
            table.append(head)
    spoilt = rows[7]
    table.append([len(rows) + 1, spoilt["name"] + "二分厂", 911399310000013000, "李明", "", spoilt["address"], spoilt["town"], "制造业", "", "", "存续", "良好", "低风险", "工贸"])
    spoilt = rows[19]
    wrong = spoilt["code"][:-1] + ("A" if spoilt["code"][-1] != "A" else "B")
    table.append([len(rows) + 2, "清源县龙腾铸造有限公司", wrong, "王强", "13900000001", "清源县高台镇工业园区9号", "高台镇", "制造业", "有限责任公司", "2019-05-06", "存续", "一般", "较大风险", "工贸"])
    again = rows[30]
    table.append([len(rows) + 3, again["name"], again["code"], again["person"], again["phone"], again["address"], again["town"], again["industry"], again["nature"], again["founded"], again["status"], again["credit"], again["risk"], again["tag"]])
    table.append(["合计", len(rows) + 3])
    table.append(["填表人：张敏", "", "", "审核人：刘洋", "", "制表日期：2026-11-02"])

    def dress(ws):
        ws.merge_cells("A1:N1")
        ws.merge_cells("A2:N2")
        for letter, width in zip("ABCDEFGHIJKLMN", (6, 34, 22, 12, 16, 40, 12, 10, 14, 12, 10, 10, 10, 14)):
            ws.column_dimensions[letter].width = width
        ws.parent.create_sheet("Sheet2")
    return tools.sheet(table, title="企业名录", then=dress)


def individuals(rows):
    """A file for exchange in GB 18030, codes wrapped so that a spreadsheet leaves them alone."""
    table = [["名称", "注册号/统一社会信用代码", "经营者", "联系方式", "经营场所", "乡镇街道", "注册日期", "经营状态", "信用等级"]]
    for place, row in enumerate(rows, 1):
        told = f'="{row["code"]}"' if place % 3 == 0 else row["code"]
        status = "注销" if place % 67 == 0 else "停业" if place % 89 == 0 else row["status"]
        name = row["name"].replace("（", "(").replace("）", ")") if place % 5 == 0 else row["name"]
        table.append([name, told, row["person"], row["phone"], row["address"], row["town"], row["founded"], status, row["credit"]])
    table.append(["清源县柳林镇老字号粮油店", "139931600000123", "周德顺", "13900000002", "清源县柳林镇东街3号", "柳林镇", "2003-04-05", "开业", "良好"])
    table.append(["清源县石桥镇王□食品店", "", "王□", "", "清源县石桥镇商街7号", "石桥镇", "2015年3月", "开业", "一般"])
    return tools.csv(table).encode("gb18030", errors="replace")


def cooperatives_and_units():
    """A page that calls itself a workbook."""
    rows = [["名称", "统一社会信用代码", "负责人", "联系电话", "住所", "乡镇街道", "对象类型", "登记状态"]]
    crops = ["小麦", "苹果", "蔬菜", "养殖", "林果", "农机", "花生", "食用菌"]
    for place in range(70):
        town = TOWNS[place % len(TOWNS)]
        rows.append([f"清源县{town}{WORDS[place % 20]}{crops[place % 8]}专业合作社", code("93"), person(), phone(), f"清源县{town}{place + 1}号", town, "农民专业合作社", "存续"])
    for place, kind in enumerate(["敬老院", "中心幼儿园", "卫生院", "体育馆", "图书馆", "职教中心"] * 9):
        town = TOWNS[place % len(TOWNS)]
        rows.append([f"清源县{town}{['', '第二', '新区'][place // 20]}{kind}{'' if place < 50 else '分部'}", code("12"), person(), phone(), f"清源县{town}文化路{place + 1}号", town, "事业单位", "正常"])
    seen = {}
    for row in rows[1:]:
        seen[row[0]] = seen.get(row[0], 0) + 1
        if seen[row[0]] > 1:
            row[0] += f"（{'一二三四五六七八九'[seen[row[0]] - 1]}部）"
    return tools.page(rows, "utf-8").encode(), len(rows) - 1


def things(count):
    """A table in a text document: products, projects and places have no code."""
    rows = [["对象类型", "名称", "负责人", "地址", "乡镇街道", "监管领域"]]
    for place in range(count):
        town = TOWNS[place % len(TOWNS)]
        kind, name, tag = [
            ("产品", f"{WORDS[place % 20]}牌防雷接闪器 {place // 3 + 1} 型", "气象防雷"),
            ("项目", f"清源县{town}{WORDS[place % 20]}住宅楼 {place // 3 + 1} 号楼工程", "气象防雷"),
            ("场所", f"清源县{town}{WORDS[place % 20]}烟花爆竹临时零售点 {place // 3 + 1}", "烟花爆竹"),
        ][place % 3]
        rows.append([kind, name, person(), f"清源县{town}", town, tag])
    cells = lambda row: "".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in row)
    body = "<w:p><w:r><w:t>产品、项目、场所登记表</w:t></w:r></w:p><w:tbl>" + "".join(f"<w:tr>{cells(row)}</w:tr>" for row in rows) + "</w:tbl>"
    return tools.docx(body)


def next_month(rows):
    """The same list a month later, for some of them: moved, renamed, graded anew, and a few that are new."""
    head = ["企业名称", "统一社会信用代码", "法定代表人", "住所", "信用类别", "风险等级", "登记状态"]
    table = [head]
    for place, row in enumerate(rows[100:124]):
        values = [row["name"], row["code"], row["person"], row["address"], row["credit"], row["risk"], row["status"]]
        if place % 6 == 0:
            values[2] = person()
        if place % 6 == 1:
            values[3] = f"清源县{row['town']}迁址路{place + 1}号"
        if place % 6 == 2:
            values[4] = "不良"
        if place % 6 == 3:
            values[0] = row["name"].replace("清源县", "清源")
        if place % 6 == 4:
            values[6] = "注销"
        table.append(values)
    return tools.sheet(table, title="十月变更")


def visits(rows):
    """What was inspected in the year before, as it stands in the ledger."""
    head = ["序号", "检查对象", "统一社会信用代码", "检查日期", "检查方式", "检查事项", "检查单位", "检查人员", "检查结果", "备注"]
    table = [["清源县双随机抽查台账（2025 年 12 月—2026 年 11 月）"], head]
    items = ["安全生产条件检查", "危险化学品经营检查", "食品生产检查", "粮食收购检查", "雷电防护装置检测"]
    for place in range(420):
        row = rows[(place * 7) % len(rows)]
        month = place % 12
        when = f"2025-12-{place % 28 + 1:02d}" if month == 0 else f"2026-{min(month, 11):02d}-{place % 20 + 1:02d}"
        if place % 37 == 0:
            when = when.replace("-", "/")
        modes = "实地检查" if place % 4 else "实地检查、书面检查"
        known = "" if place % 29 == 0 else row["code"]
        table.append([place + 1, row["name"], known, when, modes, items[place % 5], "清源县应急管理局", "陈立新、周大勇", "未发现问题" if place % 9 else "发现问题已责令改正", ""])
    table.append([421, "清源县查无此店", "", "2026-03-05", "实地检查", items[0], "清源县应急管理局", "陈立新", "未发现问题", "已搬离"])
    table.append(["合计", 421])
    return tools.sheet(table, title="台账")


def inspectors():
    """Out of the province's system for certificates: a title, the filling notes, an example."""
    head = ["单位工号", "姓名", "性别", "所在单位", "所在业务部门（机构）", "担任职务", "岗位资质资格", "执法领域", "省执法证编号", "执法证有效期", "执法人员状态", "是否专家"]
    table = [["行政执法人员数据库"], head, ["", "", "单选", "", "", "", "多个用逗号分隔", "", "", "YYYY-MM-DD", "从下拉框选择", "是/否"],
             ["案例（请删除）", "张三", "男", "某县某局", "法规科", "科员", "", "", "13990100000", "2027-12-31", "在职", "否"]]
    units = [("清源县应急管理局", "安全生产科", "13993101", "安全生产，危险化学品"), ("清源县市场监督管理局", "食品科", "13993102", "食品"),
             ("清源县发展和改革局", "粮食科", "13993103", "粮食流通，煤炭")]
    names = ["陈立新", "周大勇", "杨㛃", "李娜", "王  刚", "刘洋", "张伟", "张伟", "买买提·艾力", "孙桂芝", "赵鹏", "吴晓燕", "郑强", "冯𬭎", "韩梅", "秦明", "许丽", "何建军"]
    for place, name in enumerate(names):
        unit, office, head_of, field = units[place // 6]
        valid = ["2029-12-31", "2028-06-30", "2026-12-20", "2027-03-31", "2025-08-31", "2030.5.1"][place % 6]
        cert = f"{head_of}{place + 1:03d}"
        state = ["在职", "在职", "在职", "在职", "在职", "退休"][place % 6] if place == 5 else "在职"
        if place == 11:
            cert, valid = "", ""
        table.append([f"{place + 1:04d}", name, "男" if place % 3 else "女", unit, office, ["科长", "副科长", "科员"][place % 3], "注册安全工程师，防爆电气" if place % 5 == 0 else "", field, cert, valid, state, "是" if place == 9 else "否"])
    table.append(["制表日期：2026-11-02"])
    return tools.sheet(table, title="人员名录库", then=lambda ws: ws.parent.create_sheet("参数表"))


def items():
    """As a bureau publishes it."""
    head = ["编号", "抽查类别", "抽查事项名称", "抽查子项", "事项类别", "抽查依据", "抽查主体", "抽查对象", "抽查内容", "抽查方式", "抽查比例及频次", "责任科室", "责任人", "备注"]
    law = {
        "安全": "《中华人民共和国安全生产法》第六十五条",
        "危化": "《危险化学品安全管理条例》第七条",
        "烟花": "《烟花爆竹安全管理条例》第五条",
        "粮食": "《粮食流通管理条例》第三十四条",
        "食品": "《中华人民共和国食品安全法》第一百一十条",
        "防雷": "《中华人民共和国气象法》第三十一条；《防雷减灾管理办法》",
        "煤炭": "《商品煤质量管理暂行办法》",
    }
    rows = [
        ("安全生产", "安全生产条件检查", "工贸企业", "重点", "安全", "工贸企业", "1.安全生产责任制；2.教育培训记录；3.事故隐患排查治理", "实地检查、书面检查", "不低于5%，每年1次", "安全生产科", "陈立新"),
        ("安全生产", "安全生产教育培训检查", "", "一般", "安全", "各类生产经营单位", "1.培训计划；2.培训档案", "书面检查", "3%", "安全生产科", "陈立新"),
        ("危险化学品", "危险化学品经营检查", "经营许可", "重点", "危化", "危险化学品经营单位", "1.许可证是否有效；2.储存条件；3.应急预案", "实地检查", "每年1次20%；或者每年2次各10%", "危化科", "周大勇"),
        ("危险化学品", "加油站安全检查", "", "重点", "危化", "加油站", "1.防雷防静电；2.油气回收；3.人员持证", "实地检查", "不低于10%", "危化科", "周大勇"),
        ("烟花爆竹", "烟花爆竹零售检查", "", "重点", "烟花", "烟花爆竹零售点", "1.零售许可；2.存放数量；3.消防器材", "实地检查", "不少于20%", "危化科", "周大勇"),
        ("粮食流通", "粮食收购检查", "", "一般", "粮食", "粮食收购企业", "1.收购备案；2.质价标准公示；3.统计台账", "实地检查、书面检查", "抽查比例不少于2‰", "粮食科", "孙桂芝"),
        ("粮食流通", "粮食库存检查", "库存质量", "一般", "粮食", "粮食储存企业", "1.账实相符；2.质量安全", "实地检查", "对同一单位每2年抽查不超过1次", "粮食科", "孙桂芝"),
        ("食品", "食品生产检查", "", "重点", "食品", "食品生产企业", "1.生产许可；2.进货查验；3.出厂检验", "实地检查、检验检测", "5%", "食品科", "王刚"),
        ("食品", "食品销售检查", "", "一般", "食品", "食品销售者", "1.经营许可或备案；2.保质期", "实地检查", "不低于3%或按专项计划确定", "食品科", "王刚"),
        ("气象防雷", "雷电防护装置检测", "", "一般", "防雷", "易燃易爆场所", "1.检测报告；2.定期检测", "实地检查、书面检查", "根据实际情况确定", "气象科", "杨㛃"),
        ("煤炭", "煤炭经营质量检查", "", "一般", "煤炭", "煤炭经营企业", "1.质量验收；2.销售台账", "实地检查", "5%—10%", "粮食科", "何建军"),
        ("安全生产", "职业健康检查", "", "一般", None, "存在职业危害的单位", "1.危害因素检测", "书面检查", "3%", "安全生产科", ""),
    ]
    table = [["清源县随机抽查事项清单（示例）"], head]
    for place, (category, name, sub, kind, basis, scope, content, modes, ratio, unit, who) in enumerate(rows, 1):
        table.append([f"QY-{place:02d}", category, name, sub, kind, law.get(basis, ""), "清源县应急管理局", scope, content, modes, ratio, unit, who, ""])
    return tools.sheet(table, title="事项清单")


def flags(rows):
    """What the bureau knows of some of them beside its rosters: who is looked at more often, and who is blacklisted until when."""
    told = [
        (12, "blacklist", "2026-03-02", "2027-03-01", "清应急黑告〔2026〕2号：瞒报生产安全事故"),
        (57, "blacklist", "2026-06-15", "2027-06-14", "清应急黑告〔2026〕5号：拒不执行整改指令"),
        (203, "blacklist", "2025-01-10", "2026-01-09", "清应急黑告〔2025〕1号，已满一年"),
        (33, "dishonest", "2026-05-20", "", "法院失信被执行人名单，2026 年 5 月推送"),
        (88, "abnormal_listing", "2026-07-01", "", "国家企业信用信息公示系统：未按期公示年报"),
        (140, "many_complaints", "2026-08-01", "2026-12-31", "12345 转办 7 件"),
        (141, "many_complaints", "2026-09-01", "2026-12-31", "12345 转办 5 件"),
        (260, "serious_violation", "2026-04-11", "2027-04-10", "清应急罚〔2026〕18号"),
        (301, "public_concern", "2026-10-09", "2026-12-31", "县融媒体中心舆情专报第 12 期"),
        (415, "life_and_property_safety", "2026-01-01", "", "危险化学品经营"),
        (416, "life_and_property_safety", "2026-01-01", "", "烟花爆竹批发"),
        (500, "newly_founded", "2026-09-15", "2027-09-14", "营业执照 2026 年 9 月核发"),
    ]
    entry = lambda place, flag, since, until, evidence: {"code": rows[place]["code"], "flag": flag, "since": since, "until": until, "evidence": evidence}
    lines = [json.dumps(entry(*one), ensure_ascii=False) for one in told]
    return ("[\n  " + ",\n  ".join(lines) + "\n]\n").encode()


def main():
    OUT.mkdir(exist_ok=True)
    companies, small = firms(565), shops(428)
    units, count = cooperatives_and_units()
    rest = 1200 - (len(companies) + 1) - (len(small) + 2) - count
    made = {
        "检查对象/01 重点监管企业名录.xlsx": enterprises(companies),
        "检查对象/02 个体工商户.csv": individuals(small),
        "检查对象/03 合作社和事业单位.xls": units,
        "检查对象/04 产品项目场所.docx": things(rest),
        "检查对象/05 十月变更.xlsx": next_month(companies),
        "检查台账.xlsx": visits(companies),
        "执法人员名录.xlsx": inspectors(),
        "抽查事项清单.xlsx": items(),
    }
    for name, data in made.items():
        path = OUT / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    (OUT.parent / "flags.json").write_bytes(flags(companies))
    print(f"{len(made)} files, {rest} products, projects and places")


if __name__ == "__main__":
    main()
